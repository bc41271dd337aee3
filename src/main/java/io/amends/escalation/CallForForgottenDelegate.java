package io.amends.escalation;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.modeling.AsTheHouse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts the escalations that are missing (C-8). What the case is about is taken from the process whose clock is late; where
 * that is gone, nothing is owed any more and the clock stops (C-7).
 */
@Component
class CallForForgottenDelegate implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(CallForForgottenDelegate.class);

    private final ClockWatch watch;
    private final CaseClocks clocks;
    private final EscalationTable table;
    private final RuntimeService runtime;
    private final AsTheHouse house;
    private final Clock clock;

    CallForForgottenDelegate(
            ClockWatch watch,
            CaseClocks clocks,
            EscalationTable table,
            RuntimeService runtime,
            AsTheHouse house,
            Clock clock) {
        this.watch = watch;
        this.clocks = clocks;
        this.table = table;
        this.runtime = runtime;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.toCall().forEach(this::call);
    }

    private void call(CaseClock late) {
        ClockRef ref = ClockRef.of(late);
        if (runs(ref)) {
            log.error(
                    "The escalation of clock {} of {} is stuck: retry its failed job in Cockpit",
                    ref.clock(),
                    ref.caseNumber());
            return;
        }
        table.liveOf(ref).ifPresent(gone -> table.end(gone.process(), clock.instant(), "Its process was gone"));
        if (!holderRuns(late)) {
            log.warn("Clock {} of {} stops: its process is gone", ref.clock(), ref.caseNumber());
            clocks.stop(ref.caseNumber(), ref.clock());
            return;
        }
        log.warn("Nobody was called for clock {} of {}: the watch calls now", ref.clock(), ref.caseNumber());
        start(late);
    }

    private boolean runs(ClockRef ref) {
        return house.run(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(EscalationProcess.KEY)
                        .processInstanceBusinessKey(ref.caseNumber())
                        .variableValueEquals(EscalationProcess.CLOCK.name(), ref.clock())
                        .variableValueEquals(EscalationProcess.OCCURRENCE.name(), ref.occurrence())
                        .count()
                > 0);
    }

    private boolean holderRuns(CaseClock late) {
        return house.run(() -> runtime.createProcessInstanceQuery()
                        .processInstanceId(late.holder())
                        .count()
                > 0);
    }

    private void start(CaseClock late) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        house.run(() -> runtime.getVariables(late.holder(), EscalationProcess.CASE_FACTS))
                .forEach(variables::put);
        EscalationProcess.CASE_FACTS.forEach(name -> variables.putIfAbsent(name, null));
        variables.put(EscalationProcess.CASE_NUMBER.name(), late.caseNumber());
        variables.put(EscalationProcess.CLOCK.name(), late.name());
        variables.put(EscalationProcess.CLOCK_RULE.name(), late.rule());
        variables.put(EscalationProcess.OCCURRENCE.name(), late.occurrence());
        house.run(() -> runtime.createProcessInstanceByKey(EscalationProcess.KEY)
                .businessKey(late.caseNumber())
                .setVariables(variables)
                .execute());
    }
}
