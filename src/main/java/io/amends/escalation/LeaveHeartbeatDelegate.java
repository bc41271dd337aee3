package io.amends.escalation;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the watch ran and found nobody forgotten (C-8). */
@Component
class LeaveHeartbeatDelegate implements JavaDelegate {

    private final Heartbeat heartbeat;
    private final Clock clock;

    LeaveHeartbeatDelegate(Heartbeat heartbeat, Clock clock) {
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        heartbeat.leave(clock.instant());
    }
}
