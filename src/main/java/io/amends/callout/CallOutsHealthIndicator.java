package io.amends.callout;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Down while a role has to be filled and there is nobody who could be called for it (M-3). */
@Component
class CallOutsHealthIndicator extends AbstractHealthIndicator {

    private static final int NAMED = 20;

    private final CallOutTable table;

    CallOutsHealthIndicator(CallOutTable table) {
        super("Call-outs could not be looked up");
        this.table = table;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<CallOutTable.Row> unmanned = table.unmanned();
        health.status(unmanned.isEmpty() ? Status.UP : Status.DOWN).withDetail("rolesWithoutAnybody", unmanned.size());
        if (!unmanned.isEmpty()) {
            health.withDetail(
                    "roles",
                    unmanned.stream()
                            .limit(NAMED)
                            .map(row -> row.role() + " of " + row.caseNumber())
                            .toList());
        }
    }
}
