package io.amends.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Work of people: tasks opened, taken, given on, done, or no longer needed. */
@Component
@Order(30)
class TaskSource implements TimelineSource {

    /** Of one task, so many things may happen between its opening and its end without their turns meeting. */
    private static final int HANDOVERS = 1_000;

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        List<TimelineEntry> entries = new ArrayList<>();
        Map<String, Integer> handed = new HashMap<>();
        for (HistoricTaskInstance task : run.tasks()) {
            String name = quoted(task.getName());
            entries.add(entry(run, task, task.getStartTime(), null, "Opened the task " + name)
                    .inTurn(Turn.of(task.getId())));
            if (task.getEndTime() != null) {
                entries.add(end(run, task, name));
            }
        }
        run.operations().stream()
                .filter(TaskSource::handsOver)
                .map(entry -> handover(run, entry)
                        .inTurn(Turn.of(entry.getTaskId()) + handed.merge(entry.getTaskId(), 1, Integer::sum)))
                .forEach(entries::add);
        return entries;
    }

    /** Who has a task; any other operation on it is told by {@link OperationSource}. */
    static boolean handsOver(UserOperationLogEntry entry) {
        return "assignee".equals(entry.getProperty()) && entry.getTaskId() != null;
    }

    private static TimelineEntry end(CaseRun run, HistoricTaskInstance task, String name) {
        if (!"completed".equals(task.getDeleteReason())) {
            return entry(run, task, task.getEndTime(), null, "Took back the task " + name + ", no longer needed")
                    .inTurn(cause(run, task));
        }
        String who = run.whoDid(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, task.getId())
                .orElse(task.getAssignee());
        return entry(run, task, task.getEndTime(), who, "Completed " + name).inTurn(Turn.of(task.getId()) + HANDOVERS);
    }

    /** A task is taken back right after the event that made it pointless, where there was one. */
    private static long cause(CaseRun run, HistoricTaskInstance task) {
        Instant ended = task.getEndTime().toInstant();
        return run.activities().stream()
                .filter(it -> it.getStartTime().toInstant().equals(ended))
                .filter(it -> it.getActivityType().toLowerCase(Locale.ROOT).contains("event")
                        || it.getActivityType().startsWith("boundary"))
                .mapToLong(it -> Turn.of(it.getId()) + 1)
                .min()
                .orElse(Turn.LAST - 1);
    }

    private static TimelineEntry handover(CaseRun run, UserOperationLogEntry entry) {
        Optional<HistoricTaskInstance> given = run.tasks().stream()
                .filter(task -> task.getId().equals(entry.getTaskId()))
                .findFirst();
        String name = given.map(HistoricTaskInstance::getName).orElse(null);
        return TimelineEntry.of(
                        entry.getTimestamp().toInstant(),
                        entry.getUserId(),
                        TimelineEntry.Kind.TASK,
                        sentence(entry, quoted(name)))
                .changing(entry.getOrgValue(), entry.getNewValue())
                .in(run.processName(entry.getProcessInstanceId()), name)
                .at(
                        entry.getProcessInstanceId(),
                        given.map(HistoricTaskInstance::getTaskDefinitionKey).orElse(null));
    }

    private static String sentence(UserOperationLogEntry entry, String name) {
        if (entry.getNewValue() == null) {
            return "Gave " + name + " back to the group";
        }
        return entry.getNewValue().equals(entry.getUserId())
                ? "Took on " + name
                : "Gave " + name + " to " + entry.getNewValue();
    }

    private static TimelineEntry entry(
            CaseRun run, HistoricTaskInstance task, Date at, @Nullable String who, String what) {
        return TimelineEntry.of(at.toInstant(), who, TimelineEntry.Kind.TASK, what)
                .in(run.processName(task.getProcessInstanceId()), task.getName())
                .at(task.getProcessInstanceId(), task.getTaskDefinitionKey());
    }

    private static String quoted(@Nullable String name) {
        return "“" + Words.value(name) + "”";
    }
}
