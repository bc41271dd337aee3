package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.HouseClock;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.staff.People;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crises, the people who work on them, and time, as the tests speak of them. */
@TestComponent
class AnswerDesk {

    private static final AtomicInteger CASES = new AtomicInteger();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;
    private final People people;
    private final StaffAccounts accounts;
    private final Letters letters;
    private final LetterSender sender;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    AnswerDesk(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            IdentityService identity,
            People people,
            StaffAccounts accounts,
            Letters letters,
            LetterSender sender,
            HouseClock clock,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.people = people;
        this.accounts = accounts;
        this.letters = letters;
        this.sender = sender;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void opens() {
        sender.stop();
        signUp("media", "communications");
        signUp("sam", "spokespersons");
        signUp("legal", "legal");
        signUp("manager", "service-managers");
        signUp("admin", "camunda-admin");
    }

    private void signUp(String user, String group) {
        accounts.createIfMissing(
                user, user, "Example", user + "@amends.example", "a rather long secret", List.of(group));
    }

    /** A crisis that is being answered, with the process that holds it. @return its number */
    String crisis(int level, boolean exercise) {
        String number = "MCR-2026-%06d".formatted(CASES.incrementAndGet());
        jdbc.sql("""
                        insert into media_crisis (case_number, matter, title, exercise, opened_at, first_report_at, level, spokesperson,
                            message_version)
                        values (?, ?, 'Kettles', ?, ?, ?, ?, 'sam', 1)""")
                .params(
                        number,
                        number,
                        exercise,
                        MediaCrisisTable.utc(clock.instant()),
                        MediaCrisisTable.utc(clock.instant()),
                        level)
                .update();
        starts(AnswerTestApp.HOLDER, number, level, exercise, Map.of());
        return number;
    }

    void starts(String process, String number, int level, boolean exercise, Map<String, Object> besides) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "caseNumber",
                number,
                "severity",
                "S1",
                "priority",
                80,
                "canWrite",
                true,
                "level",
                level,
                "exercise",
                exercise,
                "responding",
                true,
                "spokesperson",
                "sam",
                "messageVersion",
                1));
        facts.put("owner", null);
        facts.putAll(besides);
        runtime.createProcessInstanceByKey(process)
                .businessKey(number)
                .setVariables(facts)
                .execute();
        settles();
    }

    @Nullable
    Task task(String number, String definition) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(definition)
                .list();
        return open.isEmpty() ? null : open.get(0);
    }

    void does(String user, String number, String definition, Map<String, Object> form) {
        Task task = task(number, definition);
        assertThat(task).as(definition + " of " + number).isNotNull();
        as(user, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            tasks.complete(task.getId(), form);
        });
        settles();
    }

    /** Does the task of that kind which is the person's own. */
    void does(String user, String number, String definition, Map<String, Object> form, String assignee) {
        Task own = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(definition)
                .taskAssignee(assignee)
                .singleResult();
        as(user, () -> tasks.complete(own.getId(), form));
        settles();
    }

    /** Whose the open tasks of a kind are; empty for those that anybody of a group may take. */
    List<String> assignees(String number, String definition) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(definition).list().stream()
                .map(task -> task.getAssignee() == null ? "" : task.getAssignee())
                .toList();
    }

    void as(String user, Runnable work) {
        identity.setAuthentication(user, people.groupsOf(user));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    boolean runs(String process, String number) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }

    List<LetterView> letters(String number, String letter) {
        return letters.of(number).stream()
                .filter(it -> it.letter().equals(letter))
                .toList();
    }

    void passes(Duration time) {
        clock.advance(time);
        settles();
    }

    String in(Duration time) {
        return clock.instant().plus(time).toString();
    }

    /** Every job of a crisis that is due runs. */
    void settles() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.stream()
                    .filter(job ->
                            management.createJobQuery().jobId(job.getId()).count() > 0)
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }
}
