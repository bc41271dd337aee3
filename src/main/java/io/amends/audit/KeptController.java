package io.amends.audit;

import io.amends.casefile.PlainTime;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.web.CsvFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How promises of time were kept, with what the numbers are numbers of; each leads to its cases. */
@Controller
@Tag(name = "Audit")
class KeptController {

    private final KeptFigures figures;
    private final DeskNames names;
    private final PlainTime time;
    private final Clock clock;

    KeptController(KeptFigures figures, DeskNames names, PlainTime time, Clock clock) {
        this.figures = figures;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/audit/figures")
    String figures(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            Model model) {
        KeptPeriod period = KeptPeriod.read(from, to, today());
        model.addAttribute("choices", choices(today()));
        model.addAttribute(
                "problems",
                period.findings().stream()
                        .collect(Collectors.toMap(
                                Finding::field, Finding::reason, (first, next) -> first, LinkedHashMap::new)));
        LocalDate first = period.from();
        LocalDate last = period.to();
        if (first == null || last == null || !period.findings().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("from", from.strip());
            model.addAttribute("to", to.strip());
            return "audit/figures";
        }
        model.addAttribute("from", first.toString());
        model.addAttribute("to", last.toString());
        model.addAttribute("days", time.day(first) + " to " + time.day(last));
        List<KeptMonth> months = period.months();
        KeptMonth all = new KeptMonth(first, last);
        model.addAttribute(
                "processes",
                figures.of(months).stream()
                        .map(one -> process(one, months, all))
                        .toList());
        return "audit/figures";
    }

    /** A row for each process, clock and month, and one for each whole period, whose month is blank. */
    @GetMapping({"/audit/figures.csv", "/api/audit/figures.csv"})
    @Operation(
            summary = "How clocks were kept, as CSV",
            description =
                    "Cases that opened from one day to another, by process, clock and month; the last 12 months without days")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void csv(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        KeptPeriod period = KeptPeriod.read(from, to, today());
        if (!period.findings().isEmpty()) {
            throw new FormRefusal(period.findings());
        }
        List<KeptMonth> months = period.months();
        List<KeptFigures.OfProcess> processes = figures.of(months);
        CsvFile file = CsvFile.answer(
                response,
                "clocks-%s-to-%s.csv".formatted(period.from(), period.to()),
                "process",
                "clock",
                "month",
                "opened_from",
                "opened_to",
                "met",
                "missed",
                "no_clock",
                "excluded",
                "all",
                "excluded_exercise",
                "excluded_running",
                "excluded_stopped");
        KeptMonth all = new KeptMonth(
                months.get(0).from(), months.get(months.size() - 1).to());
        for (KeptFigures.OfProcess process : processes) {
            for (KeptFigures.OfClock of : process.clocks()) {
                for (int n = 0; n < months.size(); n++) {
                    KeptMonth month = months.get(n);
                    row(
                            file,
                            process,
                            of,
                            month.month().toString(),
                            month,
                            of.months().get(n));
                }
                row(file, process, of, null, all, of.all());
            }
        }
        file.end();
    }

    private static void row(
            CsvFile file,
            KeptFigures.OfProcess process,
            KeptFigures.OfClock of,
            @Nullable String month,
            KeptMonth days,
            KeptRow row) {
        file.row(
                process.process(),
                of.clock(),
                month,
                days.from().toString(),
                days.to().toString(),
                row.met(),
                row.missed(),
                row.none(),
                row.excluded(),
                row.all(),
                row.exercise(),
                row.running(),
                row.stopped());
    }

    private ProcessRows process(KeptFigures.OfProcess process, List<KeptMonth> months, KeptMonth all) {
        return new ProcessRows(
                process.process(),
                names.process(process.process()),
                process.cases(),
                process.clocks().stream()
                        .map(one -> clock(process.process(), one, months, all))
                        .sorted(Comparator.comparing(ClockRows::name))
                        .toList());
    }

    private ClockRows clock(String process, KeptFigures.OfClock of, List<KeptMonth> months, KeptMonth all) {
        List<Line> lines = new ArrayList<>();
        for (int n = months.size() - 1; n >= 0; n--) {
            KeptRow row = of.months().get(n);
            if (row.all() > 0) {
                lines.add(line(process, of.clock(), name(months.get(n)), months.get(n), row));
            }
        }
        String name = names.clock(of.clock());
        return new ClockRows(of.clock(), name, line(process, of.clock(), name, all, of.all()), lines);
    }

    private static Line line(String process, String clock, String name, KeptMonth days, KeptRow row) {
        return new Line(
                name,
                row,
                cell(process, clock, KeptFate.MET, days, row.met()),
                cell(process, clock, KeptFate.MISSED, days, row.missed()),
                cell(process, clock, KeptFate.NONE, days, row.none()),
                cell(process, clock, KeptFate.EXCLUDED, days, row.excluded()),
                List.of(
                        cell(process, clock, KeptFate.EXERCISE, days, row.exercise()),
                        cell(process, clock, KeptFate.RUNNING, days, row.running()),
                        cell(process, clock, KeptFate.STOPPED, days, row.stopped())));
    }

    private static Cell cell(String process, String clock, KeptFate fate, KeptMonth days, int cases) {
        String address = UriComponentsBuilder.fromPath("/audit")
                .queryParam("process", "{process}")
                .queryParam("kept", "{kept}")
                .queryParam("from", days.from())
                .queryParam("to", days.to())
                .encode()
                .buildAndExpand(process, fate.of(clock))
                .toUriString();
        return new Cell(cases, fate, address);
    }

    /** {@code May 2026}, with its days where it is not the whole month. */
    private static String name(KeptMonth month) {
        String name = month.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " "
                + month.month().getYear();
        return month.whole()
                ? name
                : "%s (%d to %d)"
                        .formatted(
                                name, month.from().getDayOfMonth(), month.to().getDayOfMonth());
    }

    private static List<Choice> choices(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return List.of(
                new Choice("Last 12 months", month.minusMonths(11), today),
                new Choice("This month", month, today),
                new Choice("Last month", month.minusMonths(1), month.minusDays(1)),
                new Choice("This year", year, today),
                new Choice("Last year", year.minusYears(1), year.minusDays(1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** A period to be chosen at once. */
    record Choice(String name, LocalDate from, LocalDate to) {}

    record ProcessRows(String key, String name, int cases, List<ClockRows> clocks) {}

    /** @param months newest first, those in which no case opened left out */
    record ClockRows(String clock, String name, Line all, List<Line> months) {}

    record Line(String name, KeptRow row, Cell met, Cell missed, Cell none, Cell excluded, List<Cell> why) {}

    /** A number and where its cases are listed. */
    record Cell(int cases, KeptFate fate, String address) {}
}
