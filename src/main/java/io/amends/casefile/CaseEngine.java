package io.amends.casefile;

import io.amends.modeling.AsTheHouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a case from the engine. Who may read it was decided before ({@link CaseAccess}), so the engine does not ask again. */
@Component
class CaseEngine {

    private final HistoryService history;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsTheHouse house;
    private final JdbcClient jdbc;

    CaseEngine(
            HistoryService history,
            TaskService tasks,
            ManagementService management,
            AsTheHouse house,
            JdbcClient jdbc) {
        this.history = history;
        this.tasks = tasks;
        this.management = management;
        this.house = house;
        this.jdbc = jdbc;
    }

    /** Runs a query without the engine's own authorization checks. */
    <T> T unchecked(Supplier<T> query) {
        return house.run(query);
    }

    CaseRun run(CaseFile file) {
        return unchecked(() -> {
            List<HistoricProcessInstance> processes = processes(file.number());
            return new CaseRun(file, processes, activities(processes), tasksOf(file.number()), operations(processes));
        });
    }

    List<HistoricProcessInstance> processesOf(String caseNumber) {
        return unchecked(() -> processes(caseNumber));
    }

    /** Case number of an open task; whether its reader may open that case is asked afterwards. */
    Optional<String> caseOfTask(String taskId) {
        return unchecked(
                () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                        .map(task -> history.createHistoricProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .singleResult())
                        .map(HistoricProcessInstance::getBusinessKey));
    }

    /** Case numbers by process instance, of which each knows the case that it serves. */
    Map<String, String> casesOf(Set<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return Map.of();
        }
        return unchecked(() ->
                history.createHistoricProcessInstanceQuery().processInstanceIds(processInstanceIds).list().stream()
                        .filter(process -> process.getBusinessKey() != null)
                        .collect(Collectors.toMap(
                                HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey)));
    }

    List<OpenTask> openTasks(String caseNumber) {
        return unchecked(() ->
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .map(this::open)
                        .toList());
    }

    List<HistoricTaskInstance> doneTasks(String caseNumber) {
        return unchecked(() -> tasksOf(caseNumber).stream()
                .filter(task -> "completed".equals(task.getDeleteReason()))
                .toList());
    }

    private List<HistoricProcessInstance> processes(String caseNumber) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(process -> process.getSuperProcessInstanceId() != null)
                        .thenComparingLong(process -> Turn.of(process.getId())))
                .toList();
    }

    private List<HistoricActivityInstance> activities(List<HistoricProcessInstance> processes) {
        // the query API knows no root process instance, and one query beats one for each called process
        String sql = "select * from " + management.getTableName(HistoricActivityInstance.class)
                + " where ROOT_PROC_INST_ID_ = #{root}";
        return processes.stream()
                .map(HistoricProcessInstance::getRootProcessInstanceId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(root ->
                        history
                                .createNativeHistoricActivityInstanceQuery()
                                .sql(sql)
                                .parameter("root", root)
                                .list()
                                .stream())
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparingLong(activity -> Turn.of(activity.getId())))
                .toList();
    }

    private List<HistoricTaskInstance> tasksOf(String caseNumber) {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
    }

    private List<UserOperationLogEntry> operations(List<HistoricProcessInstance> processes) {
        List<UserOperationLogEntry> operations = new ArrayList<>();
        if (processes.isEmpty()) {
            return operations;
        }
        // a long case has hundreds of processes in which nobody did anything
        Set<String> touched = jdbc.sql(
                        "select distinct PROC_INST_ID_ from ACT_HI_OP_LOG where PROC_INST_ID_ in (:processes)")
                .param(
                        "processes",
                        processes.stream().map(HistoricProcessInstance::getId).toList())
                .query(String.class)
                .set();
        processes.stream()
                .map(HistoricProcessInstance::getId)
                .filter(touched::contains)
                .forEach(process -> operations.addAll(history.createUserOperationLogQuery()
                        .processInstanceId(process)
                        .orderByTimestamp()
                        .asc()
                        .list()));
        return operations;
    }

    private OpenTask open(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                groups,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
