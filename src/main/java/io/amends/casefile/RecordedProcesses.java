package io.amends.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The runs of a case's processes: which way they took, how often and how long they were where, and what they wait for now. */
@Component
class RecordedProcesses {

    /** Steps that are done several times at once have such a shell around them, which no diagram shows. */
    private static final String SHELL = "#multiInstanceBody";

    private final CaseDiagrams diagrams;
    private final CaseEngine engine;
    private final ManagementService management;
    private final StaffNames names;
    private final IdleWaits idleWaits;
    private final PlainTime time;
    private final Clock clock;

    RecordedProcesses(
            CaseDiagrams diagrams,
            CaseEngine engine,
            ManagementService management,
            StaffNames names,
            IdleWaits idleWaits,
            PlainTime time,
            Clock clock) {
        this.diagrams = diagrams;
        this.engine = engine;
        this.management = management;
        this.names = names;
        this.idleWaits = idleWaits;
        this.time = time;
        this.clock = clock;
    }

    List<CaseRecord.Run> of(CaseRun run) {
        boolean running = run.processes().stream().anyMatch(process -> process.getEndTime() == null);
        Map<String, OpenTask> open = running
                ? engine.openTasks(run.file().number()).stream().collect(Collectors.toMap(OpenTask::id, task -> task))
                : Map.of();
        Set<String> idle = idleWaits.of(run);
        return run.processes().stream()
                .map(process -> one(run, process, open, idle))
                .toList();
    }

    private CaseRecord.Run one(
            CaseRun run, HistoricProcessInstance process, Map<String, OpenTask> open, Set<String> idle) {
        List<Job> jobs = process.getEndTime() == null
                ? management.createJobQuery().processInstanceId(process.getId()).list()
                : List.of();
        List<HistoricActivityInstance> visits = run.activities().stream()
                .filter(it -> it.getProcessInstanceId().equals(process.getId()))
                .filter(it -> !it.getActivityId().endsWith(SHELL))
                .toList();
        Map<String, List<HistoricActivityInstance>> byStep = visits.stream()
                .collect(Collectors.groupingBy(
                        HistoricActivityInstance::getActivityId, LinkedHashMap::new, Collectors.toList()));
        return new CaseRecord.Run(
                process.getId(),
                process.getSuperProcessInstanceId(),
                process.getProcessDefinitionKey(),
                CaseRun.name(process),
                Objects.requireNonNullElse(process.getProcessDefinitionVersion(), 0),
                run.movedFrom(process),
                process.getProcessDefinitionId(),
                CasePages.state(process),
                process.getId().equals(run.file().processInstanceId()),
                process.getStartUserId(),
                process.getStartTime().toInstant(),
                process.getEndTime() == null ? null : process.getEndTime().toInstant(),
                byStep.values().stream().map(it -> step(it, open, jobs, idle)).toList(),
                diagrams.flows(process.getProcessDefinitionId(), byStep));
    }

    private CaseRecord.Step step(
            List<HistoricActivityInstance> all, Map<String, OpenTask> open, List<Job> jobs, Set<String> idle) {
        List<CaseRecord.Visit> visits = all.stream()
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .map(it -> visit(it, open, jobs, idle))
                .toList();
        HistoricActivityInstance any = all.get(0);
        return new CaseRecord.Step(
                any.getActivityId(),
                any.getActivityName() == null
                        ? ""
                        : any.getActivityName().strip().replaceAll("\\s+", " "),
                any.getActivityType(),
                idle.contains(all.get(all.size() - 1).getId())
                        ? "cancelled"
                        : CaseDiagrams.step(any.getActivityId(), all).state(),
                visits.size(),
                there(visits, clock.instant()).toSeconds(),
                visits);
    }

    /** How long at least one of the visits, oldest first, lasted: those at the same time count once. */
    static Duration there(List<CaseRecord.Visit> visits, Instant now) {
        Duration there = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (CaseRecord.Visit visit : visits) {
            Instant from = visit.startedAt().isAfter(counted) ? visit.startedAt() : counted;
            Instant to = Objects.requireNonNullElse(visit.endedAt(), now);
            if (to.isAfter(from)) {
                there = there.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return there;
    }

    private CaseRecord.Visit visit(
            HistoricActivityInstance it, Map<String, OpenTask> open, List<Job> jobs, Set<String> idle) {
        boolean active = it.getEndTime() == null;
        return new CaseRecord.Visit(
                it.getStartTime().toInstant(),
                active ? null : it.getEndTime().toInstant(),
                active ? "active" : it.isCanceled() || idle.contains(it.getId()) ? "cancelled" : "done",
                it.getAssignee(),
                it.getCalledProcessInstanceId(),
                active ? waits(it, open, jobs) : null);
    }

    private @Nullable String waits(HistoricActivityInstance it, Map<String, OpenTask> open, List<Job> jobs) {
        OpenTask task = it.getTaskId() == null ? null : open.get(it.getTaskId());
        if (task != null) {
            return task.assignee() != null
                    ? "for " + names.of(task.assignee())
                    : "for anybody of "
                            + task.groups().stream().map(Words::label).collect(Collectors.joining(", "));
        }
        if (it.getCalledProcessInstanceId() != null) {
            return "for the process that it called";
        }
        return jobs.stream()
                .filter(job -> job.getDuedate() != null && Objects.equals(activityOf(job), it.getActivityId()))
                .min(Comparator.comparing(Job::getDuedate))
                .map(job -> "until " + time.moment(job.getDuedate()))
                .orElse(
                        it.getActivityType().toLowerCase(java.util.Locale.ROOT).contains("message")
                                        || it.getActivityType().equals("receiveTask")
                                        || it.getActivityType().equals("eventBasedGateway")
                                ? "for word"
                                : null);
    }

    private @Nullable String activityOf(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).list().stream()
                .map(definition -> definition.getActivityId())
                .findFirst()
                .orElse(null);
    }
}
