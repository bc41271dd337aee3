package io.amends.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote on the tasks of a case and put to them in the Tasklist. */
@Component
class CaseTalk {

    private final TaskService tasks;
    private final CaseEngine engine;
    private final JdbcClient jdbc;

    CaseTalk(TaskService tasks, CaseEngine engine, JdbcClient jdbc) {
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<CaseRecord.Comment> comments(CaseRun run) {
        Map<String, Comment> all = new LinkedHashMap<>();
        having("ACT_HI_COMMENT", "PROC_INST_ID_", run).forEach(process -> tasks.getProcessInstanceComments(process)
                .forEach(comment -> all.put(comment.getId(), comment)));
        // a comment that was made without saying the process belongs to its task alone
        having("ACT_HI_COMMENT", "TASK_ID_", run).forEach(task -> tasks.getTaskComments(task)
                .forEach(comment -> all.putIfAbsent(comment.getId(), comment)));
        return all.values().stream()
                .sorted(Comparator.comparing(Comment::getTime).thenComparing(Comment::getId))
                .map(comment -> comment(run, comment))
                .toList();
    }

    private static CaseRecord.Comment comment(CaseRun run, Comment comment) {
        Optional<HistoricTaskInstance> task = task(run, comment.getTaskId());
        return new CaseRecord.Comment(
                comment.getId(),
                comment.getTime().toInstant(),
                comment.getUserId(),
                // every comment has words until they are erased
                Objects.requireNonNullElse(comment.getFullMessage(), CaseTables.MARKER),
                task.map(HistoricTaskInstance::getName).orElse(null),
                task.map(HistoricTaskInstance::getTaskDefinitionKey).orElse(null),
                task.map(HistoricTaskInstance::getProcessInstanceId).orElse(comment.getProcessInstanceId()));
    }

    /**
     * Files that are still there, oldest first.
     *
     * @param withContent whether their bytes go with them
     */
    List<CaseRecord.File> files(CaseRun run, boolean withContent) {
        return attachments(run).stream().map(it -> file(run, it, withContent)).toList();
    }

    /** The bytes of a file of this case. */
    Optional<CaseMail.Content> content(CaseFile file, String id) {
        return engine.unchecked(() -> attachments(engine.run(file)).stream()
                .filter(it -> it.getId().equals(id))
                .findFirst()
                .flatMap(it -> Optional.ofNullable(bytes(it))
                        .map(content -> new CaseMail.Content(name(it), Words.value(it.getType()), content))));
    }

    private List<Attachment> attachments(CaseRun run) {
        Map<String, Attachment> all = new LinkedHashMap<>();
        having("ACT_HI_ATTACHMENT", "PROC_INST_ID_", run)
                .forEach(
                        process -> tasks.getProcessInstanceAttachments(process).forEach(it -> all.put(it.getId(), it)));
        having("ACT_HI_ATTACHMENT", "TASK_ID_", run)
                .forEach(task -> tasks.getTaskAttachments(task).forEach(it -> all.putIfAbsent(it.getId(), it)));
        List<Attachment> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(Attachment::getCreateTime, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Attachment::getId));
        return sorted;
    }

    /** Processes, or tasks, that have any: a long case has hundreds that have none, and the engine is asked for each by itself. */
    private List<String> having(String table, String column, CaseRun run) {
        if (run.processes().isEmpty()) {
            return List.of();
        }
        String tasksOfCase = "select t.ID_ from ACT_HI_TASKINST t where t.PROC_INST_ID_ in (:processes)";
        return jdbc.sql("select distinct " + column + " from " + table + " where " + column + " in ("
                        + (column.equals("TASK_ID_") ? tasksOfCase : ":processes") + ")")
                .param(
                        "processes",
                        run.processes().stream()
                                .map(HistoricProcessInstance::getId)
                                .toList())
                .query(String.class)
                .list();
    }

    private CaseRecord.File file(CaseRun run, Attachment it, boolean withContent) {
        Optional<HistoricTaskInstance> task = task(run, it.getTaskId());
        byte[] content = bytes(it);
        Date at = it.getCreateTime();
        return new CaseRecord.File(
                it.getId(),
                name(it),
                it.getType(),
                it.getDescription(),
                at == null ? null : at.toInstant(),
                adder(run, it),
                task.map(HistoricTaskInstance::getName).orElse(null),
                task.map(HistoricTaskInstance::getTaskDefinitionKey).orElse(null),
                task.map(HistoricTaskInstance::getProcessInstanceId).orElse(it.getProcessInstanceId()),
                it.getUrl(),
                content == null ? null : (long) content.length,
                content == null ? null : sha256(content),
                content == null || !withContent ? null : Base64.getEncoder().encodeToString(content));
    }

    private static @Nullable String adder(CaseRun run, Attachment it) {
        return run.operations().stream()
                .filter(entry -> UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT.equals(entry.getOperationType()))
                .filter(entry -> Objects.equals(entry.getTaskId(), it.getTaskId())
                        && Objects.equals(entry.getNewValue(), it.getName()))
                .min(Comparator.comparingLong(entry -> apart(entry, it)))
                .map(UserOperationLogEntry::getUserId)
                .orElse(null);
    }

    private static long apart(UserOperationLogEntry entry, Attachment it) {
        return it.getCreateTime() == null
                ? 0
                : Duration.between(
                                entry.getTimestamp().toInstant(),
                                it.getCreateTime().toInstant())
                        .abs()
                        .toMillis();
    }

    private byte @Nullable [] bytes(Attachment it) {
        if (!hasBytes(it)) {
            return null;
        }
        try (InputStream content = tasks.getAttachmentContent(it.getId())) {
            return content == null ? null : content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine stumbles over a file of which the bytes were erased. */
    private boolean hasBytes(Attachment it) {
        return jdbc.sql("select count(*) from ACT_HI_ATTACHMENT a join ACT_GE_BYTEARRAY b on b.ID_ = a.CONTENT_ID_"
                                + " where a.ID_ = ? and b.BYTES_ is not null")
                        .param(it.getId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String name(Attachment it) {
        return it.getName() == null || it.getName().isBlank() ? "file" : it.getName();
    }

    private static Optional<HistoricTaskInstance> task(CaseRun run, @Nullable String taskId) {
        return run.tasks().stream().filter(task -> task.getId().equals(taskId)).findFirst();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
