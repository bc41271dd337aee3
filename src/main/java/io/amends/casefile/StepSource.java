package io.amends.casefile;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the diagrams did by themselves: processes begun and ended, steps taken, messages and times that came. */
@Component
@Order(10)
class StepSource implements TimelineSource {

    private final CaseReports reports;
    private final IdleWaits waits;

    StepSource(CaseReports reports, IdleWaits waits) {
        this.reports = reports;
        this.waits = waits;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (HistoricProcessInstance process : run.processes()) {
            Integer movedFrom = run.movedFrom(process);
            Integer began = movedFrom == null ? process.getProcessDefinitionVersion() : movedFrom;
            String version = began == null ? "" : ", version " + began;
            String who = process.getSuperProcessInstanceId() == null ? process.getStartUserId() : null;
            entries.add(TimelineEntry.of(
                            process.getStartTime().toInstant(),
                            who,
                            TimelineEntry.Kind.STEP,
                            "Began “" + CaseRun.name(process) + "”" + version)
                    .in(CaseRun.name(process), null)
                    .at(process.getId(), null)
                    .inTurn(Turn.of(process.getId())));
        }
        CustomerCredit credit = new CustomerCredit(reports.of(run.file().number()));
        Set<String> idle = waits.of(run);
        run.activities().forEach(activity -> entry(run, activity, credit, idle.contains(activity.getId()))
                .ifPresent(entries::add));
        return entries;
    }

    private static Optional<TimelineEntry> entry(
            CaseRun run, HistoricActivityInstance activity, CustomerCredit credit, boolean idle) {
        Date end = activity.getEndTime();
        String name = activity.getActivityName();
        if (end == null || activity.isCanceled() || name == null || name.isBlank()) {
            return Optional.empty();
        }
        String type = activity.getActivityType();
        String lower = type.toLowerCase(Locale.ROOT);
        boolean started = lower.contains("start");
        if (type.equals("startEvent") || type.equals("sendTask")) {
            return Optional.empty();
        }
        if (lower.endsWith("endevent")) {
            return Optional.of(entry(run, activity, end, TimelineEntry.Kind.STEP, "Reached the end “" + name + "”"));
        }
        if (lower.contains("timer")) {
            return Optional.of(
                    idle
                            ? entry(run, activity, end, TimelineEntry.Kind.STEP, stopped(run, activity, end, name))
                            : entry(run, activity, end, TimelineEntry.Kind.EVENT, "The time came: “" + name + "”"));
        }
        if (lower.contains("message") || type.equals("receiveTask")) {
            String who = credit.who(activity, end.toInstant());
            return Optional.of(
                    TimelineEntry.of(end.toInstant(), who, TimelineEntry.Kind.EVENT, "Word came: “" + name + "”")
                            .in(run.processName(activity.getProcessInstanceId()), name)
                            .at(activity.getProcessInstanceId(), activity.getActivityId())
                            .inTurn(Turn.of(activity.getId())));
        }
        if (started || lower.startsWith("boundary") || lower.startsWith("intermediate")) {
            return Optional.of(entry(run, activity, end, TimelineEntry.Kind.EVENT, "It happened: “" + name + "”"));
        }
        return type.equals("serviceTask")
                ? Optional.of(entry(
                        run,
                        activity,
                        end,
                        TimelineEntry.Kind.STEP,
                        "Did the step “" + name + "”" + (idle ? ": nothing was" : "")))
                : Optional.empty();
    }

    /** Nothing was due: a process that goes on looks anew, one that has ended had no clock left. */
    private static String stopped(CaseRun run, HistoricActivityInstance wait, Date end, String name) {
        boolean goesOn = run.activities().stream()
                .anyMatch(it -> it.getProcessInstanceId().equals(wait.getProcessInstanceId())
                        && it.getActivityId().equals(wait.getActivityId())
                        && !it.getId().equals(wait.getId())
                        && !it.getStartTime().toInstant().isBefore(end.toInstant()));
        return goesOn
                ? "Looked anew how long to wait for “" + name + "”, nothing was due"
                : "Stopped waiting for “" + name + "”, all clocks have ended";
    }

    private static TimelineEntry entry(
            CaseRun run, HistoricActivityInstance activity, Date at, TimelineEntry.Kind kind, String what) {
        return TimelineEntry.of(at.toInstant(), null, kind, what)
                .in(run.processName(activity.getProcessInstanceId()), activity.getActivityName())
                .at(activity.getProcessInstanceId(), activity.getActivityId())
                .inTurn(Turn.of(activity.getId()));
    }
}
