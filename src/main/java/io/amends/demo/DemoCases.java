package io.amends.demo;

import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.NewComplaint;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo's cases by taking complaints in and working them through. */
@Component
@Profile("demo")
class DemoCases {

    private static final String SOURCE = "demo";

    private final ComplaintIntake intake;
    private final CustomerDirectory customers;
    private final DemoSteps steps;
    private final Clock clock;

    DemoCases(ComplaintIntake intake, CustomerDirectory customers, DemoSteps steps, Clock clock) {
        this.intake = intake;
        this.customers = customers;
        this.steps = steps;
        this.clock = clock;
    }

    /** @return how many came as far as they should; what went wrong with another is in the log */
    int make() throws IOException {
        return DemoPlay.all(DemoScript.read(), DemoCase::name, this::make);
    }

    private void make(DemoCase demo) {
        ComplaintIntake.Taken taken = taken(demo);
        if (taken.known()) {
            return;
        }
        for (DemoCase.Step step : demo.steps() == null ? List.<DemoCase.Step>of() : demo.steps()) {
            steps.take(taken.caseNumber(), step);
        }
    }

    private ComplaintIntake.Taken taken(DemoCase demo) {
        NewComplaint complaint = complaint(demo);
        String user = demo.takenBy();
        return user == null ? intake.take(complaint) : steps.as(user, () -> intake.take(complaint));
    }

    private NewComplaint complaint(DemoCase demo) {
        return new NewComplaint(
                SOURCE,
                demo.name(),
                contact(demo.customer()),
                null,
                demo.channel(),
                demo.subject(),
                demo.product(),
                demo.narrative(),
                demo.wish(),
                demo.urgency(),
                null,
                demo.harm(),
                demo.safetyRisk(),
                demo.legalThreat(),
                demo.mediaThreat(),
                receivedAt(demo.hoursAgo()),
                "message");
    }

    private @Nullable Instant receivedAt(@Nullable Integer hoursAgo) {
        return hoursAgo == null ? null : clock.instant().minus(Duration.ofHours(hoursAgo));
    }

    private Contact contact(String number) {
        Customer customer =
                customers.byNumber(number).orElseThrow(() -> new IllegalStateException("No demo customer " + number));
        return new Contact(
                number, customer.name(), customer.mail(), customer.phone(), customer.address(), customer.language());
    }
}
