package io.amends.casefile;

import io.amends.promise.NewPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Facts that changed, each with what it was before. Handing a fact on to a called process is no change. */
@Component
@Order(25)
class ChangeSource implements TimelineSource {

    private static final Set<String> COUNTERS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter", "caseNumber");

    /** What is promised in a step is told as a promise, and then taken out of the step's form. */
    private static final Set<String> PROMISED = Set.of(NewPromise.WHAT, NewPromise.GROUP, NewPromise.DUE);

    private static final Duration ONE_BREATH = Duration.ofSeconds(1);

    private final CaseUpdates updates;
    private final CaseReports reports;
    private final CaseTables register;

    ChangeSource(CaseUpdates updates, CaseReports reports, CaseTables register) {
        this.updates = updates;
        this.reports = reports;
        this.register = register;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        if (run.processes().isEmpty()) {
            return List.of();
        }
        Map<String, HistoricActivityInstance> activities = run.activitiesById();
        Map<String, String> actors = actors(run);
        CustomerCredit credit = new CustomerCredit(reports.of(run.file().number()));
        KnownFacts known = known(run);
        ParallelAnswers parallel = new ParallelAnswers();
        Map<String, ParallelAnswers.Asked> tasks = tasks(run);
        List<TimelineEntry> entries = new ArrayList<>();
        for (HistoricVariableUpdate update : updates(run, known)) {
            String process = update.getProcessInstanceId();
            String name = update.getVariableName();
            String after = updates.value(update);
            String before = known.before(process, name);
            // handing an empty fact on to a called process empties nothing
            boolean nothing = after.equals(PlainTime.NOTHING) && (before == null || update.getRevision() == 0);
            if (nothing || toldElsewhere(name)) {
                continue;
            }
            HistoricActivityInstance step =
                    activities.get(Objects.requireNonNullElse(update.getActivityInstanceId(), ""));
            ParallelAnswers.Asked task =
                    tasks.get(step == null ? "" : Objects.requireNonNullElse(step.getTaskId(), ""));
            if (known.changes(process, name, after, origin(update))) {
                if (task != null) {
                    parallel.changed(process, name, task, before, after);
                }
            } else if (task != null && parallel.agrees(process, name, task, after)) {
                before = parallel.before(process, name);
            } else if (task == null || origin(update) != KnownFacts.Origin.STEP || !isErased(name, after)) {
                // whether words that are gone were the same again nobody can tell; that somebody gave them is told
                continue;
            }
            entries.add(TimelineEntry.of(
                            update.getTime().toInstant(),
                            who(update, step, actors, credit, run),
                            TimelineEntry.Kind.CHANGE,
                            Words.label(name))
                    .changing(before, after)
                    .in(run.processName(update.getProcessInstanceId()), step == null ? null : step.getActivityName())
                    .at(process, step == null ? null : step.getActivityId())
                    .inTurn(Turn.of(update.getId())));
        }
        return entries;
    }

    private static Map<String, ParallelAnswers.Asked> tasks(CaseRun run) {
        Map<String, ParallelAnswers.Asked> tasks = new HashMap<>();
        run.tasks()
                .forEach(task -> tasks.put(
                        task.getId(),
                        new ParallelAnswers.Asked(
                                task.getId(),
                                task.getStartTime().toInstant(),
                                task.getEndTime() == null
                                        ? null
                                        : task.getEndTime().toInstant())));
        return tasks;
    }

    private boolean isErased(String name, String value) {
        return value.equals(CaseTables.MARKER) && register.words().contains(name);
    }

    private static boolean toldElsewhere(String name) {
        return COUNTERS.contains(name) || PROMISED.contains(name) || name.endsWith("Index");
    }

    private static KnownFacts known(CaseRun run) {
        Map<String, String> callers = new HashMap<>();
        for (HistoricProcessInstance process : run.processes()) {
            if (process.getSuperProcessInstanceId() != null) {
                callers.put(process.getId(), process.getSuperProcessInstanceId());
            }
        }
        return new KnownFacts(callers, run.file().processInstanceId());
    }

    /** A process is handed its first facts before it takes any step. */
    private static boolean begins(HistoricVariableUpdate update) {
        return origin(update) == KnownFacts.Origin.BEGINNING;
    }

    private static KnownFacts.Origin origin(HistoricVariableUpdate update) {
        String step = update.getActivityInstanceId();
        if (step != null && !step.equals(update.getProcessInstanceId())) {
            return KnownFacts.Origin.STEP;
        }
        return update.getRevision() == 0 ? KnownFacts.Origin.BEGINNING : KnownFacts.Origin.SPREAD;
    }

    private List<HistoricVariableUpdate> updates(CaseRun run, KnownFacts known) {
        return updates.of(run).stream()
                .sorted(Comparator.comparing(HistoricVariableUpdate::getTime)
                        .thenComparing(ChangeSource::begins)
                        .thenComparing(HistoricVariableUpdate::getRevision)
                        .thenComparing(update -> known.depth(update.getProcessInstanceId()), Comparator.reverseOrder()))
                .toList();
    }

    private static Map<String, String> actors(CaseRun run) {
        Map<String, String> actors = new HashMap<>();
        for (UserOperationLogEntry entry : run.operations()) {
            if (entry.getOperationId() != null && entry.getUserId() != null) {
                actors.put(entry.getOperationId(), entry.getUserId());
            }
        }
        return actors;
    }

    private static @Nullable String who(
            HistoricVariableUpdate update,
            @Nullable HistoricActivityInstance step,
            Map<String, String> actors,
            CustomerCredit credit,
            CaseRun run) {
        // what a table or a service found out is nobody's doing, whoever's answer led there
        if (step != null && step.getTaskId() == null) {
            String said = credit.who(step, update.getTime().toInstant());
            if (said != null || !isStart(step)) {
                return said;
            }
        }
        if (step == null && begins(update) && isCalled(update.getProcessInstanceId(), run)) {
            return null;
        }
        String who = actors.get(Objects.requireNonNullElse(update.getUserOperationId(), ""));
        if (who != null) {
            return who;
        }
        if (step == null || step.getTaskId() == null) {
            return inOneBreath(update, run);
        }
        return run.whoDid(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, step.getTaskId())
                .orElse(step.getAssignee());
    }

    /** What a called process notes for itself is nobody's doing either. */
    private static boolean isCalled(String processInstanceId, CaseRun run) {
        return run.processes().stream()
                .anyMatch(it -> it.getId().equals(processInstanceId) && it.getSuperProcessInstanceId() != null);
    }

    private static boolean isStart(HistoricActivityInstance step) {
        return step.getActivityType().toLowerCase(Locale.ROOT).contains("start");
    }

    /** Who did something to the case at that moment: what follows from it beside the steps, such as a new owner, has no step itself. */
    private static @Nullable String inOneBreath(HistoricVariableUpdate update, CaseRun run) {
        return run.operations().stream()
                .filter(entry -> entry.getUserId() != null)
                .filter(entry -> apart(update, entry).compareTo(ONE_BREATH) < 0)
                .min(Comparator.comparing(entry -> apart(update, entry)))
                .map(UserOperationLogEntry::getUserId)
                .orElse(null);
    }

    private static Duration apart(HistoricVariableUpdate update, UserOperationLogEntry entry) {
        return Duration.between(
                        entry.getTimestamp().toInstant(), update.getTime().toInstant())
                .abs();
    }
}
