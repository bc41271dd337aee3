package io.amends.demo;

import io.amends.casefile.CustomerDecision;
import io.amends.clock.Clocks;
import io.amends.complaint.CustomerVoice;
import io.amends.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Does what the steps of a demo case say, through the same doors as staff and customers. */
@Component
@Profile("demo")
class DemoSteps {

    private static final Pattern DAYS_AHEAD = Pattern.compile("today\\+(\\d{1,3})");
    private static final String FROM_NOW = "now+";
    /** What met another piece of work at the same moment comes again after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final long GLANCE_MILLIS = 25;
    private static final int ATTEMPTS = 5;
    private static final long ATTEMPT_MILLIS = 100;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final People people;
    private final CustomerVoice customers;
    private final List<CustomerDecision> decisions;
    private final Clocks clocks;
    private final Clock clock;

    DemoSteps(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            People people,
            CustomerVoice customers,
            List<CustomerDecision> decisions,
            Clocks clocks,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.people = people;
        this.customers = customers;
        this.decisions = decisions;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The engine's own work may touch the same case at the same moment; then the step is taken again, as a person would. */
    void take(String caseNumber, DemoCase.Step step) {
        for (int attempt = 1; ; attempt++) {
            try {
                takeOnce(caseNumber, step);
                return;
            } catch (OptimisticLockingException | OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause("another attempt", ATTEMPT_MILLIS * attempt);
            }
        }
    }

    private void takeOnce(String caseNumber, DemoCase.Step step) {
        if (step.task() != null) {
            complete(caseNumber, step.task(), given(step.as(), "as"), step.fields() == null ? Map.of() : step.fields());
        } else if (step.customer() != null) {
            say(caseNumber, step.customer(), step.text(), step.score());
        } else {
            endWaiting(caseNumber, given(step.afterWaitingIn(), "task, customer or afterWaitingIn"));
        }
    }

    /** Runs something as a member of staff, so that the engine's record names that person. */
    <T> T as(String userId, Supplier<T> what) {
        identity.setAuthentication(userId, people.groupsOf(userId));
        try {
            return what.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void complete(String caseNumber, String key, String userId, Map<String, Object> fields) {
        Task task = waitFor(
                "task " + key,
                () ->
                        tasks
                                .createTaskQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .taskDefinitionKey(key)
                                .list()
                                .stream()
                                .filter(open -> open.getAssignee() == null
                                        || open.getAssignee().equals(userId))
                                .findFirst());
        as(userId, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), userId);
            }
            tasks.complete(task.getId(), withDates(fields));
            return task;
        });
    }

    private void say(String caseNumber, String what, @Nullable String text, @Nullable Integer score) {
        switch (what) {
            case "accepts" -> awaited(caseNumber).decided(caseNumber, true, null);
            case "declines" -> awaited(caseNumber).decided(caseNumber, false, text);
            case "replies" -> {
                await(caseNumber, CustomerVoice.Kind.REPLY);
                customers.replied(caseNumber, given(text, "text"));
            }
            case "withdraws" -> {
                await(caseNumber, CustomerVoice.Kind.WITHDRAWAL);
                customers.withdrawn(caseNumber, text);
            }
            case "rates" -> {
                await(caseNumber, CustomerVoice.Kind.SURVEY);
                customers.surveyAnswered(caseNumber, given(score, "score"), 4, 5, 4, 5, text);
            }
            default -> throw new IllegalArgumentException("No customer '" + what + "'");
        }
    }

    /** Whatever the case proposed: a remedy, or an offer to come back for. */
    private CustomerDecision awaited(String caseNumber) {
        return waitFor(
                "wait for a decision",
                () -> decisions.stream().filter(one -> one.awaits(caseNumber)).findFirst());
    }

    private void await(String caseNumber, CustomerVoice.Kind kind) {
        waitFor("wait for " + kind, () -> customers.awaits(caseNumber, kind) ? Optional.of(kind) : Optional.empty());
    }

    private void endWaiting(String caseNumber, String processKey) {
        Job timer = waitFor(
                "timer in " + processKey,
                () ->
                        runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(caseNumber, processKey)
                                .list()
                                .stream()
                                .flatMap(instance -> management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .timers()
                                        .orderByJobDuedate()
                                        .asc()
                                        .listPage(0, 1)
                                        .stream())
                                .findFirst());
        management.executeJob(timer.getId());
    }

    private <T> T waitFor(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No " + what);
            }
            pause(what, GLANCE_MILLIS);
            found = look.get();
        }
        return found.get();
    }

    private static void pause(String what, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + what, e);
        }
    }

    /** {@code today+5} becomes the date five working days ahead, {@code now+PT4H} the moment in four hours. */
    Map<String, Object> withDates(Map<String, Object> fields) {
        Map<String, Object> values = new HashMap<>(fields);
        values.replaceAll((field, value) -> value instanceof String text ? dated(text) : value);
        return values;
    }

    private String dated(String text) {
        if (text.startsWith(FROM_NOW)) {
            return clock.instant()
                    .plus(Duration.parse(text.substring(FROM_NOW.length())))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
        }
        Matcher matcher = DAYS_AHEAD.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        int days = Integer.parseInt(matcher.group(1));
        return LocalDate.ofInstant(clocks.businessDays(days).toInstant(), clock.getZone())
                .toString();
    }

    private static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("A step of the demo needs '" + what + "'");
        }
        return value;
    }
}
