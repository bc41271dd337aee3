package io.amends.demo;

import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.NewLostCustomer;
import io.amends.lostcustomer.Signal;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes the demo's lost customers up and works their cases as far as the script says. */
@Component
@Profile("demo")
class DemoLostCustomers {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLostCustomers.class);
    private static final String BY = "retention";

    private final LostCustomerIntake intake;
    private final DemoSteps steps;

    DemoLostCustomers(LostCustomerIntake intake, DemoSteps steps) {
        this.intake = intake;
        this.steps = steps;
    }

    /** @return how many came as far as they should; what went wrong with another is in the log */
    int make() throws IOException {
        int made = 0;
        for (DemoLostCustomer demo : DemoScript.lostCustomers()) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            if (made(demo)) {
                made++;
            }
        }
        return made;
    }

    // one case that does not fit a changed diagram must not cost the others
    private boolean made(DemoLostCustomer demo) {
        try {
            make(demo);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The demo's lost customer '{}' stopped half way", demo.name(), e);
            return false;
        }
    }

    private void make(DemoLostCustomer demo) {
        NewLostCustomer lost =
                new NewLostCustomer(demo.customer(), Signal.REPORTED, "demo-" + demo.name(), null, demo.note(), BY);
        LostCustomerIntake.Taken taken = steps.as(BY, () -> intake.take(lost));
        if (taken.skipped() != null) {
            return;
        }
        for (DemoCase.Step step : demo.steps() == null ? List.<DemoCase.Step>of() : demo.steps()) {
            steps.take(taken.caseNumber(), step);
        }
    }
}
