package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.HouseClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ActiveProfiles;

/** Which tasks each list of the Tasklist holds, to the minute, by the clock and in the zone of the house. */
@SpringBootTest(
        classes = TaskFiltersTest.House.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:filters;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.flyway.enabled=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("staff-test")
class TaskFiltersTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String OVERDUE = "Overdue";
    private static final String DUE_TODAY = "Due today";

    @EnableAutoConfiguration
    @ComponentScan({"io.amends.staff", "io.amends.web"})
    static class House {
        @Bean
        HouseClock clock() {
            return new HouseClock(LONDON);
        }
    }

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void processes() {
        repository
                .createDeployment()
                .name("lists")
                .enableDuplicateFiltering(true)
                .addClasspathResource("staff/complaint.bpmn")
                .addClasspathResource("staff/lists.bpmn")
                .deploy();
    }

    @AfterEach
    void nothingIsOpen() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
        ClockUtil.reset();
    }

    @Test
    void a_task_is_due_today_up_to_its_minute_and_overdue_from_then_on() {
        String task = task("complaint", london("2026-07-01T14:30:00"));

        itIs(london("2026-07-01T14:29:00"));
        assertThat(in(DUE_TODAY)).containsExactly(task);
        assertThat(in(OVERDUE)).isEmpty();

        itIs(london("2026-07-01T14:30:00"));
        assertThat(in(DUE_TODAY)).containsExactly(task);
        assertThat(in(OVERDUE)).isEmpty();

        itIs(london("2026-07-01T14:30:00").plusMillis(1));
        assertThat(in(DUE_TODAY)).isEmpty();
        assertThat(in(OVERDUE)).containsExactly(task);

        itIs(london("2026-07-01T14:31:00"));
        assertThat(in(DUE_TODAY)).isEmpty();
        assertThat(in(OVERDUE)).containsExactly(task);
    }

    @Test
    void what_is_due_at_midnight_belongs_to_the_day_that_begins() {
        String lastMinute = task("complaint", london("2026-07-01T23:59:00"));
        String midnight = task("complaint", london("2026-07-02T00:00:00"));

        itIs(london("2026-07-01T08:00:00"));
        assertThat(in(DUE_TODAY)).containsExactly(lastMinute);

        itIs(london("2026-07-01T23:59:30"));
        assertThat(in(DUE_TODAY)).isEmpty();
        assertThat(in(OVERDUE)).containsExactly(lastMinute);

        itIs(london("2026-07-02T00:00:00"));
        assertThat(in(DUE_TODAY)).containsExactly(midnight);
        assertThat(in(OVERDUE)).containsExactly(lastMinute);

        itIs(london("2026-07-02T00:01:00"));
        assertThat(in(DUE_TODAY)).isEmpty();
        assertThat(in(OVERDUE)).containsExactly(lastMinute, midnight);
    }

    @Test
    void the_day_that_loses_an_hour_ends_an_hour_earlier() {
        String lastMinute = task("complaint", Instant.parse("2026-03-29T22:59:00Z"));
        task("complaint", Instant.parse("2026-03-29T23:00:00Z"));

        itIs(Instant.parse("2026-03-29T00:30:00Z"));
        assertThat(in(DUE_TODAY)).containsExactly(lastMinute);

        itIs(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(in(DUE_TODAY)).containsExactly(lastMinute);
    }

    @Test
    void the_hour_that_comes_twice_is_counted_twice() {
        String first = task("complaint", Instant.parse("2026-10-25T00:30:00Z"));
        String second = task("complaint", Instant.parse("2026-10-25T01:30:00Z"));
        String lastMinute = task("complaint", Instant.parse("2026-10-25T23:59:00Z"));
        task("complaint", Instant.parse("2026-10-26T00:00:00Z"));

        itIs(Instant.parse("2026-10-24T23:30:00Z"));
        assertThat(in(DUE_TODAY)).containsExactly(first, second, lastMinute);

        itIs(Instant.parse("2026-10-25T00:45:00Z"));
        assertThat(in(OVERDUE)).containsExactly(first);
        assertThat(in(DUE_TODAY)).containsExactly(second, lastMinute);
    }

    @Test
    void a_task_whose_clock_stands_has_no_due_date_and_is_in_neither_list() {
        task("complaint", null);

        itIs(london("2030-01-01T12:00:00"));

        assertThat(in(OVERDUE)).isEmpty();
        assertThat(in(DUE_TODAY)).isEmpty();
    }

    @Test
    void escalations_and_promises_have_lists_of_their_own() {
        String call = task("escalation", london("2026-07-01T14:30:00"));
        String promise = task("promise", london("2026-07-08T17:30:00"));
        task("complaint", london("2026-07-01T14:30:00"));

        assertThat(in("Escalations")).containsExactly(call);
        assertThat(in("Promises")).containsExactly(promise);

        tasks.complete(call);
        assertThat(in("Escalations")).isEmpty();
    }

    @Test
    void what_presses_most_stands_on_top() {
        String later = task("complaint", london("2026-07-01T10:00:00"));
        String sooner = task("complaint", london("2026-07-01T09:00:00"));
        String severe = task("complaint", london("2026-07-01T11:00:00"));
        tasks.setPriority(severe, 90);

        itIs(london("2026-07-01T12:00:00"));

        assertThat(in(OVERDUE)).containsExactly(severe, sooner, later);
    }

    private String task(String process, Instant due) {
        String instance = runtime.startProcessInstanceByKey(process).getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        if (due != null) {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        }
        return task.getId();
    }

    private List<String> in(String list) {
        String filter =
                filters.createFilterQuery().filterName(list).singleResult().getId();
        return filters.<Task>list(filter).stream().map(Task::getId).toList();
    }

    // the real time goes on meanwhile, which these tests must not see
    private static void itIs(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private static Instant london(String time) {
        return LocalDateTime.parse(time).atZone(LONDON).toInstant();
    }
}
