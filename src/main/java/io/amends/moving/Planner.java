package io.amends.moving;

import io.amends.modeling.OwnTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Makes plans from one version to another. The engine finds steps again by their ids where the part of the diagram around them stayed;
 * to these come the steps that were matched by hand, and those that kept their id and kind and stand in another part. The last word on
 * each has the engine: what it refuses is left out and told.
 */
@Component
class Planner {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final OwnTransaction apart;

    Planner(RuntimeService runtime, RepositoryService repository, OwnTransaction apart) {
        this.runtime = runtime;
        this.repository = repository;
        this.apart = apart;
    }

    Diagram diagram(ProcessDefinition definition) {
        return new Diagram(repository.getBpmnModelInstance(definition.getId()), definition.getKey());
    }

    /** @param matches by hand; those of other processes, and of steps that are found again anyway, are passed over */
    MovePlan plan(ProcessDefinition from, ProcessDefinition to, Collection<StepMatch> matches) {
        Diagram before = diagram(from);
        Diagram after = diagram(to);
        MigrationPlan byId = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        Map<String, String> found = new LinkedHashMap<>();
        byId.getInstructions()
                .forEach(
                        instruction -> found.put(instruction.getSourceActivityId(), instruction.getTargetActivityId()));
        Map<String, String> more = more(before, after, from.getKey(), matches, found);
        Set<String> refused = new HashSet<>();
        MigrationPlan plan = byId;
        while (!more.isEmpty()) {
            try {
                Map<String, String> tried = Map.copyOf(more);
                // a plan that the engine refuses must not spoil the transaction of a case that is being moved
                plan = apart.run(() -> build(from, to, tried));
                break;
            } catch (MigrationPlanValidationException invalid) {
                Set<String> wrong = wrong(invalid, more);
                wrong.forEach(more::remove);
                refused.addAll(wrong);
            }
        }
        found.putAll(more);
        return new MovePlan(from, to, before, after, plan, found, refused);
    }

    private static Map<String, String> more(
            Diagram before, Diagram after, String process, Collection<StepMatch> matches, Map<String, String> found) {
        Map<String, String> byHand = matches.stream()
                .filter(match -> match.process().equals(process))
                .collect(Collectors.toMap(StepMatch::from, StepMatch::to, (first, second) -> second, HashMap::new));
        Map<String, String> more = new LinkedHashMap<>();
        for (Step step : before.steps()) {
            Optional<Step> target = Optional.ofNullable(byHand.get(step.id()))
                    .flatMap(after::find)
                    .or(() -> step.waits() ? after.find(step.id()) : Optional.empty())
                    .filter(step::fits);
            if (target.isPresent() && !found.containsKey(step.id())) {
                more.put(step.id(), target.get().id());
            }
            if (target.isPresent() && step.many() && !found.containsKey(step.id() + Diagram.SHELL)) {
                more.put(step.id() + Diagram.SHELL, target.get().id() + Diagram.SHELL);
            }
        }
        return more;
    }

    private MigrationPlan build(ProcessDefinition from, ProcessDefinition to, Map<String, String> more) {
        MigrationPlanBuilder builder =
                runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities();
        for (Map.Entry<String, String> one : more.entrySet()) {
            builder = builder.mapActivities(one.getKey(), one.getValue());
        }
        return builder.build();
    }

    /** What of the additions is refused; all of them where the report names none, so that the next try is another one. */
    private static Set<String> wrong(MigrationPlanValidationException invalid, Map<String, String> more) {
        Set<String> wrong = new HashSet<>();
        List<String> named = invalid.getValidationReport().getInstructionReports().stream()
                .map(report -> report.getMigrationInstruction().getSourceActivityId())
                .toList();
        named.stream().filter(more::containsKey).forEach(wrong::add);
        return wrong.isEmpty() ? new HashSet<>(more.keySet()) : wrong;
    }
}
