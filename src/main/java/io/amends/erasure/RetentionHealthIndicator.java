package io.amends.erasure;

import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Down while cases stay for longer than they may, or could not be archived. */
@Component
class RetentionHealthIndicator extends AbstractHealthIndicator {

    private final RetentionWork work;
    private final RetentionTable table;

    RetentionHealthIndicator(RetentionWork work, RetentionTable table) {
        super("Cases whose time is over could not be looked up");
        this.work = work;
        this.table = table;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        int overdue = work.overdue();
        Optional<String> problem = work.problem();
        health.status(overdue == 0 && problem.isEmpty() ? Status.UP : Status.DOWN)
                .withDetail("overdueCases", overdue)
                .withDetail("failedCases", table.failing())
                .withDetail("heldCases", table.held());
        problem.ifPresent(words -> health.withDetail("archive", words));
    }
}
