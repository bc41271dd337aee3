package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people wrote on the tasks of a case, and the files that they put to them or took away. */
@Component
@Order(33)
class TalkSource implements TimelineSource {

    private final CaseTalk talk;

    TalkSource(CaseTalk talk) {
        this.talk = talk;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        List<CaseRecord.File> files = talk.files(run, false);
        return Stream.concat(
                        talk.comments(run).stream().map(it -> entry(run, it)),
                        run.operations().stream().filter(TalkSource::aboutFile).map(it -> entry(run, it, files)))
                .toList();
    }

    private static boolean aboutFile(UserOperationLogEntry entry) {
        return UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT.equals(entry.getOperationType())
                || UserOperationLogEntry.OPERATION_TYPE_DELETE_ATTACHMENT.equals(entry.getOperationType());
    }

    private static TimelineEntry entry(CaseRun run, CaseRecord.Comment comment) {
        return TimelineEntry.of(
                        comment.at(),
                        comment.who(),
                        TimelineEntry.Kind.TALK,
                        "Wrote on the task: “" + comment.text() + "”")
                .in(run.processName(comment.processInstanceId()), comment.step())
                .at(comment.processInstanceId(), comment.stepId())
                .inTurn(Turn.of(comment.id()));
    }

    private static TimelineEntry entry(CaseRun run, UserOperationLogEntry entry, List<CaseRecord.File> files) {
        boolean added = UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT.equals(entry.getOperationType());
        String name = Objects.requireNonNullElse(added ? entry.getNewValue() : entry.getOrgValue(), "file");
        @Nullable
        HistoricTaskInstance task = run.tasks().stream()
                .filter(it -> it.getId().equals(entry.getTaskId()))
                .findFirst()
                .orElse(null);
        TimelineEntry told = TimelineEntry.of(
                        entry.getTimestamp().toInstant(),
                        entry.getUserId(),
                        TimelineEntry.Kind.TALK,
                        (added ? "Put the file “" : "Took away the file “") + name + (added ? "” to the task" : "”"))
                .in(run.processName(entry.getProcessInstanceId()), task == null ? null : task.getName())
                .at(entry.getProcessInstanceId(), task == null ? null : task.getTaskDefinitionKey())
                .inTurn(Turn.of(entry.getId()));
        return added ? told.with(details(name, files)) : told;
    }

    private static List<TimelineEntry.Detail> details(String name, List<CaseRecord.File> files) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        files.stream().filter(it -> it.name().equals(name)).findFirst().ifPresent(it -> {
            add(details, "What it is", it.description());
            add(details, "Address", it.url());
            add(details, "Size", it.size() == null ? null : Words.size(it.size()));
            add(details, "SHA-256", it.sha256());
        });
        return details;
    }

    private static void add(List<TimelineEntry.Detail> details, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            details.add(new TimelineEntry.Detail(name, value));
        }
    }
}
