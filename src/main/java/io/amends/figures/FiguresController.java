package io.amends.figures;

import io.amends.casefile.PlainTime;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.customer.CustomerValues;
import io.amends.figures.Estimates.Churn;
import io.amends.figures.Estimates.Worth;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' page: what became of lost customers in a period, and whether it was worth it (L-6, L-11 to L-13, A-5). */
@Controller
class FiguresController {

    private final RecoveryDesk desk;
    private final AssumptionTable assumptionTable;
    private final CustomerValues values;
    private final Numbers numbers;
    private final PlainTime time;
    private final Clock clock;

    FiguresController(
            RecoveryDesk desk,
            AssumptionTable assumptionTable,
            CustomerValues values,
            Numbers numbers,
            PlainTime time,
            Clock clock) {
        this.desk = desk;
        this.assumptionTable = assumptionTable;
        this.values = values;
        this.numbers = numbers;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/figures")
    String figures(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        model.addAttribute("choices", choices(today));
        try {
            Period period = Period.read(from, to, today);
            model.addAttribute("from", period.from().toString());
            model.addAttribute("to", period.to().toString());
            show(period, model);
        } catch (FormRefusal refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            model.addAttribute("problems", problems(refused));
        }
        return "figures/page";
    }

    private void show(Period period, Model model) {
        Assumptions assumptions = assumptionTable.current();
        Tally tally = desk.tally(period);
        Breakdown reasons = Breakdown.byReason(tally);
        Breakdown offers = Breakdown.byOffer(tally);
        model.addAttribute("days", time.day(period.from()) + " to " + time.day(period.to()));
        model.addAttribute("tally", tally);
        model.addAttribute("reasons", reasons);
        model.addAttribute("offers", offers);
        model.addAttribute("uplift", desk.uplift(period, assumptions));
        model.addAttribute("enough", Uplift.ENOUGH);
        model.addAttribute("watchDays", assumptions.whole(Assumption.WATCH_DAYS));
        Handled handled = desk.complaints(period, assumptions);
        model.addAttribute("handled", handled);
        model.addAttribute("own", OwnShare.of(handled, assumptions));
        Churn churn = Churn.start(assumptions);
        model.addAttribute("churn", churn);
        model.addAttribute("churnCost", churn.answer());
        Worth worth = Worth.start(assumptions, handled, tally.averageYearlyValue());
        model.addAttribute("worth", worth);
        model.addAttribute("complaintWorth", worth.answer());
        model.addAttribute("currency", values.currency());
        model.addAttribute("version", assumptions.version());
        model.addAttribute("rests", rests(assumptions));
    }

    /** Which of the house's figures each block rests on. */
    private Map<String, List<Rest>> rests(Assumptions assumptions) {
        return Map.of(
                "outcome", rest(assumptions, Assumption.WATCH_DAYS),
                "worth",
                        rest(
                                assumptions,
                                Assumption.MARGIN,
                                Assumption.NEW_CUSTOMER_COST,
                                Assumption.REFERRALS,
                                Assumption.REASON_LEARNT,
                                Assumption.MINUTE_COST,
                                Assumption.LETTER_COST),
                "uplift", rest(assumptions, Assumption.HOLD_OUT_PERCENT, Assumption.WATCH_DAYS),
                "churn", rest(assumptions, Assumption.RETENTION, Assumption.NEW_CUSTOMER_COST),
                "complaints",
                        rest(
                                assumptions,
                                Assumption.BUY_AGAIN_SILENT,
                                Assumption.BUY_AGAIN_UNSOLVED,
                                Assumption.BUY_AGAIN_SOLVED,
                                Assumption.BUY_AGAIN_SOLVED_FAST,
                                Assumption.WATCH_DAYS));
    }

    private List<Rest> rest(Assumptions assumptions, Assumption... which) {
        return Rest.of(assumptions, numbers, which);
    }

    private static List<Choice> choices(LocalDate today) {
        LocalDate firstOfYear = today.withDayOfYear(1);
        return List.of(
                new Choice("Last 12 months", Period.lastYear(today)),
                new Choice("Last 90 days", new Period(today.minusDays(89), today)),
                new Choice("This year", new Period(firstOfYear, today)),
                new Choice("Last year", new Period(firstOfYear.minusYears(1), firstOfYear.minusDays(1))));
    }

    private static Map<String, String> problems(FormRefusal refused) {
        return refused.findings().stream()
                .collect(Collectors.toMap(Finding::field, Finding::reason, (first, next) -> first));
    }

    /** A period to be chosen at once. */
    record Choice(String name, Period period) {}
}
