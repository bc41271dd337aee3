package io.amends.figures;

import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.figures.Estimates.Churn;
import io.amends.figures.Estimates.ChurnAnswer;
import io.amends.figures.Estimates.Worth;
import io.amends.figures.Estimates.WorthAnswer;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The estimates for other assumptions than the house's: what the sliders of the page ask. */
@RestController
@RequestMapping("/api/figures")
@Tag(name = "Figures")
class EstimatesController {

    private static final double MOST = 10_000_000;
    private static final double MOST_TIMES = 100;
    private static final double MOST_MONEY = 1_000_000;
    // shares are typed with two places
    private static final double ALL = 1.000001;

    private final AssumptionTable assumptionTable;

    EstimatesController(AssumptionTable assumptionTable) {
        this.assumptionTable = assumptionTable;
    }

    @GetMapping("/churn-cost")
    @Operation(
            summary = "What keeping the number of customers level costs (L-12)",
            description =
                    "customers 0 to 10 million, churn 0 to 1, times (how many times dearer a new customer is) 1 to 100, keep"
                            + " (cost of keeping one) 0 to 1 million; what is left out is as on the page.")
    ChurnAnswer churnCost(
            @RequestParam(required = false) @Nullable Double customers,
            @RequestParam(required = false) @Nullable Double churn,
            @RequestParam(required = false) @Nullable Double times,
            @RequestParam(required = false) @Nullable Double keep) {
        Churn start = Churn.start(assumptionTable.current());
        Bounds bounds = new Bounds();
        Churn asked = new Churn(
                bounds.within("customers", customers, start.customers(), 0, MOST),
                bounds.within("churn", churn, start.churn(), 0, 1),
                bounds.within("times", times, start.times(), 1, MOST_TIMES),
                bounds.within("keep", keep, start.keep(), 0, MOST_MONEY));
        bounds.check();
        return asked.answer();
    }

    @GetMapping("/complaint-worth")
    @Operation(
            summary = "What complaints are worth by how they are handled (L-13)",
            description =
                    "complaints 0 to 10 million; fast and solved, the shares handled so, 0 to 1 and together at most 1; againSilent,"
                            + " againUnsolved, againSolved, againFast, the shares that buy again, 0 to 1; value of a customer in a year 0 to 1"
                            + " million. What is left out of the shares that buy again is as in the table of the house's figures.")
    WorthAnswer complaintWorth(
            @RequestParam double complaints,
            @RequestParam double fast,
            @RequestParam double solved,
            @RequestParam(required = false) @Nullable Double againSilent,
            @RequestParam(required = false) @Nullable Double againUnsolved,
            @RequestParam(required = false) @Nullable Double againSolved,
            @RequestParam(required = false) @Nullable Double againFast,
            @RequestParam double value) {
        Assumptions assumptions = assumptionTable.current();
        Worth start = Worth.start(assumptions, Estimates.NOTHING_HANDLED, BigDecimal.ZERO);
        Bounds bounds = new Bounds();
        Worth asked = new Worth(
                bounds.within("complaints", complaints, 0, 0, MOST),
                bounds.within("fast", fast, 0, 0, 1),
                bounds.within("solved", solved, 0, 0, 1),
                bounds.within("againSilent", againSilent, start.againSilent(), 0, 1),
                bounds.within("againUnsolved", againUnsolved, start.againUnsolved(), 0, 1),
                bounds.within("againSolved", againSolved, start.againSolved(), 0, 1),
                bounds.within("againFast", againFast, start.againFast(), 0, 1),
                bounds.within("value", value, 0, 0, MOST_MONEY));
        if (asked.fast() + asked.solved() > ALL) {
            bounds.refuse("solved", "is more than all, together with what is solved fast");
        }
        bounds.check();
        return asked.answer();
    }

    /** Finds everything that is out of bounds before it refuses. */
    private static final class Bounds {

        private final List<Finding> findings = new ArrayList<>();

        double within(String field, @Nullable Double asked, double otherwise, double least, double most) {
            if (asked == null) {
                return otherwise;
            }
            // what is no number compares with nothing
            if (!(asked >= least && asked <= most)) {
                refuse(field, "is not between %s and %s".formatted(plain(least), plain(most)));
            }
            return asked;
        }

        void refuse(String field, String reason) {
            findings.add(new Finding(field, reason));
        }

        void check() {
            if (!findings.isEmpty()) {
                throw new FormRefusal(findings);
            }
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }
}
