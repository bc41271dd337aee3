package io.amends.demo;

import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.NewLostCustomer;
import io.amends.lostcustomer.Signal;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes the demo's lost customers up and works their cases as far as the script says. */
@Component
@Profile("demo")
class DemoLostCustomers {

    private static final String BY = "retention";

    private final LostCustomerIntake intake;
    private final DemoSteps steps;

    DemoLostCustomers(LostCustomerIntake intake, DemoSteps steps) {
        this.intake = intake;
        this.steps = steps;
    }

    /** @return how many came as far as they should; what went wrong with another is in the log */
    int make() throws IOException {
        return DemoPlay.all(DemoScript.lostCustomers(), DemoLostCustomer::name, this::make);
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
