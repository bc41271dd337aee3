package io.amends.figures;

import io.amends.web.CsvFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a period as CSV; the period is given and refused as on the page. */
@Controller
class FiguresFilesController {

    private final RecoveryDesk desk;
    private final Clock clock;

    FiguresFilesController(RecoveryDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/figures/reasons.csv")
    void reasons(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        Period period = period(from, to);
        Breakdown reasons = Breakdown.byReason(desk.tally(period));
        CsvFile file = CsvFile.answer(
                response,
                name("reasons", period),
                "reason",
                "name",
                "lost",
                "confirmed",
                "proposed",
                "undecided",
                "let_go",
                "held_out",
                "left_alone",
                "pursued",
                "running",
                "finished",
                "regained",
                "not_regained",
                "rate",
                "evaluated",
                "benefit",
                "cost",
                "return");
        for (Breakdown.Line line : reasons.lines()) {
            Tally tally = line.tally();
            file.row(
                    line.code(),
                    line.name(),
                    tally.lost(),
                    tally.confirmed(),
                    tally.proposed(),
                    tally.undecided(),
                    tally.letGo(),
                    tally.heldOut(),
                    tally.leftAlone(),
                    tally.pursued(),
                    tally.running(),
                    tally.finished(),
                    tally.regained(),
                    tally.notRegained(),
                    rate(tally),
                    tally.evaluated(),
                    tally.benefit(),
                    tally.cost(),
                    tally.worth());
        }
        file.end();
    }

    @GetMapping("/figures/offers.csv")
    void offers(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        Period period = period(from, to);
        Breakdown offers = Breakdown.byOffer(desk.tally(period));
        CsvFile file = CsvFile.answer(
                response,
                name("offers", period),
                "offer",
                "name",
                "pursued",
                "accepted",
                "declined",
                "expired",
                "running",
                "finished",
                "regained",
                "not_regained",
                "rate",
                "evaluated",
                "benefit",
                "cost",
                "return");
        for (Breakdown.Line line : offers.lines()) {
            Tally tally = line.tally();
            file.row(
                    line.code(),
                    line.name(),
                    tally.pursued(),
                    tally.accepted(),
                    tally.declined(),
                    tally.expired(),
                    tally.running(),
                    tally.finished(),
                    tally.regained(),
                    tally.notRegained(),
                    rate(tally),
                    tally.evaluated(),
                    tally.benefit(),
                    tally.cost(),
                    tally.worth());
        }
        file.end();
    }

    @GetMapping("/figures/recoveries.csv")
    void recoveries(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        Period period = period(from, to);
        CsvFile file = CsvFile.answer(
                response,
                name("recoveries", period),
                "case",
                "customer",
                "signal",
                "tier",
                "opened_at",
                "proposed_reason",
                "confirmed_reason",
                "decision",
                "stand",
                "offer",
                "offer_amount",
                "answer",
                "outcome",
                "closed_at",
                "benefit",
                "cost",
                "assumptions_version");
        desk.each(
                period,
                recovery -> file.row(
                        recovery.caseNumber(),
                        recovery.customerNumber(),
                        recovery.signal(),
                        recovery.tier(),
                        moment(recovery.openedAt()),
                        recovery.proposedReason(),
                        recovery.confirmedReason(),
                        recovery.decision(),
                        Names.stand(recovery.stand()),
                        recovery.offer(),
                        recovery.offerAmount(),
                        recovery.answer(),
                        recovery.outcome(),
                        moment(recovery.closedAt()),
                        recovery.benefit(),
                        recovery.cost(),
                        recovery.assumptions()));
        file.end();
    }

    private Period period(String from, String to) {
        return Period.read(from, to, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    private @Nullable String moment(@Nullable Instant at) {
        return at == null
                ? null
                : at.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(clock.getZone())
                        .toOffsetDateTime()
                        .toString();
    }

    private static String name(String what, Period period) {
        return "%s-%s-%s.csv".formatted(what, period.from(), period.to());
    }

    private static @Nullable BigDecimal rate(Tally tally) {
        return tally.rate().known() ? BigDecimal.valueOf(Math.round(tally.rate().share() * 10_000), 4) : null;
    }
}
