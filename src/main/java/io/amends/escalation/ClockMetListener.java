package io.amends.escalation;

import io.amends.clock.ClocksChanged;
import io.amends.modeling.AsTheHouse;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the escalations of a case whose clocks are no longer late, in the transaction that changed the clocks (C-7). */
@Component
class ClockMetListener {

    private final EscalationTable table;
    private final Lateness lateness;
    private final RuntimeService runtime;
    private final AsTheHouse house;

    ClockMetListener(EscalationTable table, Lateness lateness, RuntimeService runtime, AsTheHouse house) {
        this.table = table;
        this.lateness = lateness;
        this.runtime = runtime;
        this.house = house;
    }

    @EventListener
    void follow(ClocksChanged changed) {
        table.liveOf(changed.caseNumber()).stream()
                .filter(it -> !lateness.stillLate(it.clock()))
                .forEach(it -> tell(it.process()));
    }

    private void tell(String process) {
        // reaches nobody, rather than failing, when the escalation is ending by itself
        house.run(() -> runtime.createMessageCorrelation(EscalationProcess.CLOCK_MET)
                .processInstanceId(process)
                .correlateAllWithResult());
    }
}
