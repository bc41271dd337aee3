package io.amends.moving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Moves one case: all of its processes or none, so that nobody ever meets half of a case on the new version. */
@Component
class CaseMover {

    private final TokenTable running;
    private final Planner planner;
    private final MoveTable table;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    CaseMover(
            TokenTable running,
            Planner planner,
            MoveTable table,
            RuntimeService runtime,
            RepositoryService repository) {
        this.running = running;
        this.planner = planner;
        this.table = table;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** The plans of one move, each made when it is first asked for. */
    Plans plans(Map<String, String> targets, Collection<StepMatch> matches) {
        return new Plans(targets, matches);
    }

    /** In the caller's transaction. @return whether it was this call that settled what becomes of the case */
    boolean move(Move move, String item, Plans plans) {
        if (!table.hold(move.id(), item)) {
            return false;
        }
        List<RunningInstance> outdated = new ArrayList<>();
        List<String> inTheWay = new ArrayList<>();
        for (RunningInstance instance : running.of(item)) {
            Optional<MovePlan> plan = plans.of(instance.definitionId());
            if (plan.isPresent()) {
                outdated.add(instance);
                instance.places().forEach(place -> plan.get()
                        .inTheWay(place)
                        .ifPresent(why -> inTheWay.add(name(plan.get().from()) + " " + why)));
            }
        }
        if (outdated.isEmpty()) {
            table.became(move.id(), item, MovedCase.OVER, null);
        } else if (!inTheWay.isEmpty()) {
            table.became(
                    move.id(),
                    item,
                    MovedCase.STAYS,
                    String.join("; ", inTheWay.stream().distinct().toList()) + ".");
        } else {
            outdated.forEach(instance ->
                    move(move, instance, plans.of(instance.definitionId()).orElseThrow()));
            table.became(move.id(), item, MovedCase.MOVED, null);
        }
        return true;
    }

    private void move(Move move, RunningInstance instance, MovePlan plan) {
        runtime.newMigration(plan.plan()).processInstanceIds(instance.id()).execute();
        if (instance.caseNumber() != null) {
            table.moved(instance.caseNumber(), move.id(), instance.id(), plan.from(), plan.to(), move.askedBy());
        }
    }

    static String name(ProcessDefinition definition) {
        return definition.getName() == null || definition.getName().isBlank()
                ? definition.getKey()
                : definition.getName();
    }

    /** Plans by the version that a process runs on. */
    final class Plans {

        private final Map<String, String> targets;
        private final Collection<StepMatch> matches;
        private final Map<String, Optional<MovePlan>> plans = new LinkedHashMap<>();

        private Plans(Map<String, String> targets, Collection<StepMatch> matches) {
            this.targets = targets;
            this.matches = matches;
        }

        /** Empty for a process that is on the version to move to, on a newer one, or is none of the house's. */
        Optional<MovePlan> of(String definitionId) {
            Optional<MovePlan> known = plans.get(definitionId);
            if (known == null) {
                known = make(definitionId);
                plans.put(definitionId, known);
            }
            return known;
        }

        private Optional<MovePlan> make(String definitionId) {
            ProcessDefinition from = repository.getProcessDefinition(definitionId);
            String target = targets.get(from.getKey());
            if (target == null || target.equals(definitionId)) {
                return Optional.empty();
            }
            ProcessDefinition to = repository.getProcessDefinition(target);
            return from.getVersion() >= to.getVersion()
                    ? Optional.empty()
                    : Optional.of(planner.plan(from, to, matches));
        }
    }
}
