package io.amends.escalation;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.modeling.AsTheHouse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Compares late clocks with escalations (C-8). */
@Component
class ClockWatch {

    /** More late clocks at once than a house that still works has. */
    private static final int MOST = 10_000;

    /** The process that keeps the time of a case's clocks. */
    private static final String KEEPER = "clock";

    private final CaseClocks clocks;
    private final EscalationTable table;
    private final EscalationProperties properties;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final AsTheHouse house;
    private final Clock clock;

    ClockWatch(
            CaseClocks clocks,
            EscalationTable table,
            EscalationProperties properties,
            RuntimeService runtime,
            ManagementService management,
            AsTheHouse house,
            Clock clock) {
        this.clocks = clocks;
        this.table = table;
        this.properties = properties;
        this.runtime = runtime;
        this.management = management;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Late clocks that no live escalation calls for, longest late first. A clock whose deadline was told within the grace has
     * its help on the way; an escalation that is stuck or gone calls nobody.
     */
    List<CaseClock> forgotten() {
        Instant patience = clock.instant().minus(properties.grace());
        List<CaseClock> late = clocks.late(patience, MOST).stream()
                .filter(it -> it.breached() == null || !it.breached().isAfter(patience))
                .toList();
        if (late.isEmpty()) {
            return late;
        }
        Predicate<EscalationTable.Live> carried = carried();
        Set<ClockRef> called = table.live().stream()
                .filter(carried)
                .map(EscalationTable.Live::clock)
                .collect(Collectors.toSet());
        return late.stream().filter(it -> !called.contains(ClockRef.of(it))).toList();
    }

    /**
     * Those that the watch has to call for. Where the alarm of a clock rings at this very moment, as after a night in which
     * nothing ran, the process that keeps its time is about to call.
     */
    List<CaseClock> toCall() {
        List<CaseClock> forgotten = forgotten();
        if (forgotten.isEmpty()) {
            return forgotten;
        }
        Set<String> ringing = ringing();
        return forgotten.stream()
                .filter(it -> it.breached() != null || !ringing.contains(it.caseNumber()))
                .toList();
    }

    private Set<String> ringing() {
        return house.run(
                () -> {
                    Set<String> keepers = management
                            .createJobQuery()
                            .processDefinitionKey(KEEPER)
                            .executable()
                            .withRetriesLeft()
                            .list()
                            .stream()
                            .map(Job::getProcessInstanceId)
                            .collect(Collectors.toSet());
                    return keepers.isEmpty()
                            ? Set.<String>of()
                            : runtime.createProcessInstanceQuery().processInstanceIds(keepers).list().stream()
                                    .map(ProcessInstance::getBusinessKey)
                                    .collect(Collectors.toSet());
                });
    }

    private Predicate<EscalationTable.Live> carried() {
        return house.run(() -> {
            Set<String> running =
                    runtime.createProcessInstanceQuery().processDefinitionKey(EscalationProcess.KEY).list().stream()
                            .map(ProcessInstance::getId)
                            .collect(Collectors.toSet());
            running.removeAll(
                    runtime.createIncidentQuery().processDefinitionKeyIn(EscalationProcess.KEY).list().stream()
                            .map(Incident::getProcessInstanceId)
                            .toList());
            return it -> running.contains(it.process());
        });
    }
}
