package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.HouseClock;
import io.amends.modeling.AsTheHouse;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the cards of the Tasklist say about time, and to whom. */
@SpringBootTest(
        classes = TaskClocksTest.House.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:task-clocks;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.flyway.enabled=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("staff-test")
class TaskClocksTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final String PASSWORD = "correct horse battery";

    @EnableAutoConfiguration
    @ComponentScan({"io.amends.staff", "io.amends.web"})
    @Import({TaskClockController.class, TaskClocks.class, CaseEngine.class, PlainTime.class, AsTheHouse.class})
    static class House {
        @Bean
        HouseClock clock() {
            return new HouseClock(ZoneId.of("Europe/London"));
        }
    }

    @MockitoBean
    CaseClocks clocks;

    @Autowired
    MockMvc browser;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    StaffAccounts accounts;

    private final Map<String, CaseClock> nearest = new HashMap<>();

    @BeforeEach
    void peopleAndProcesses() {
        account("agent", "service-agents");
        account("legal", "legal");
        account("auditor", "auditors");
        repository
                .createDeployment()
                .name("task-clocks")
                .enableDuplicateFiltering(true)
                .addClasspathResource("staff/complaint.bpmn")
                .addClasspathResource("staff/lists.bpmn")
                .deploy();
        when(clocks.nearest(anyCollection())).thenAnswer(asked -> {
            Collection<String> cases = asked.getArgument(0);
            return cases.stream()
                    .distinct()
                    .filter(nearest::containsKey)
                    .map(nearest::get)
                    .toList();
        });
        itIs(NOW);
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void each_task_tells_the_nearest_clock_of_its_case_in_words() throws Exception {
        clock("CMP-1", "resolve", Duration.ofHours(3));
        clock("CMP-2", "first-contact", Duration.ofHours(-2));
        clock("CMP-3", "promise-17", Duration.ofDays(5));
        String one = task("complaint", "CMP-1", null);
        String two = task("complaint", "CMP-2", null);
        String three = task("promise", "CMP-3", null);

        clocksOf("agent", one, two, three)
                .andExpect(jsonPath("$[*].taskId", contains(one, two, three)))
                .andExpect(jsonPath("$[*].clock", contains("resolve", "first-contact", "promise-17")))
                .andExpect(jsonPath(
                        "$[*].words", contains("resolve: 3 h left", "first contact: 2 h late", "promise: 5 days left")))
                .andExpect(jsonPath("$[*].tone", contains("running", "late", "running")))
                .andExpect(jsonPath("$[0].due").value("2026-07-01T15:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, resolve: 2 h left, running",
        "PT1H59M, resolve: 119 min left, running",
        "PT59M, resolve: 59 min left, running",
        "PT59.999S, resolve: due now, running",
        "PT0S, resolve: due now, running",
        "PT-0.001S, resolve: less than a minute late, late",
        "PT-1M, resolve: 1 min late, late"
    })
    void the_words_are_right_to_the_minute(Duration left, String words, String tone) throws Exception {
        clock("CMP-1", "resolve", left);

        clocksOf("agent", task("complaint", "CMP-1", null))
                .andExpect(jsonPath("$[0].words").value(words))
                .andExpect(jsonPath("$[0].tone").value(tone));
    }

    @Test
    void the_words_follow_the_clock_of_the_house() throws Exception {
        clock("CMP-1", "resolve", Duration.ofMinutes(1));
        String task = task("complaint", "CMP-1", null);
        clocksOf("agent", task).andExpect(jsonPath("$[0].words").value("resolve: 1 min left"));

        itIs(NOW.plus(Duration.ofHours(5)));

        clocksOf("agent", task).andExpect(jsonPath("$[0].words").value("resolve: 4 h late"));
    }

    @Test
    void a_clock_that_stands_says_so_and_has_no_due_date() throws Exception {
        nearest.put("CMP-1", clock("CMP-1", "resolve", NOW.minusSeconds(60), NOW.minusSeconds(7200)));

        clocksOf("agent", task("complaint", "CMP-1", null))
                .andExpect(jsonPath("$[0].words").value("resolve: paused"))
                .andExpect(jsonPath("$[0].tone").value("paused"))
                .andExpect(jsonPath("$[0].due").doesNotExist());
    }

    @Test
    void a_task_with_a_due_date_of_its_own_says_it_on_a_second_line() throws Exception {
        clock("CMP-1", "resolve", Duration.ofHours(3));
        String own = task("complaint", "CMP-1", NOW.minus(Duration.ofMinutes(20)));
        String theSame = task("complaint", "CMP-1", NOW.plus(Duration.ofHours(3)));
        String withoutClock = task("complaint", "CMP-2", NOW.plus(Duration.ofDays(4)));

        clocksOf("agent", own, theSame, withoutClock)
                .andExpect(jsonPath("$[*].taskId", contains(own, own, theSame, withoutClock)))
                .andExpect(jsonPath(
                        "$[*].words",
                        contains(
                                "resolve: 3 h left",
                                "this task: 20 min late",
                                "resolve: 3 h left",
                                "this task: 4 days left")));
    }

    @Test
    void a_task_without_any_clock_says_nothing() throws Exception {
        clocksOf("agent", task("complaint", "CMP-1", null))
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void tasks_that_somebody_may_not_read_are_left_out_like_unknown_ones() throws Exception {
        clock("CMP-1", "resolve", Duration.ofHours(3));
        String complaint = task("complaint", "CMP-1", NOW.plus(Duration.ofHours(1)));
        String promise = task("promise", "CMP-1", null);
        String unknown = "00000000-0000-0000-0000-000000000000";

        clocksOf("legal", complaint, unknown, promise).andExpect(jsonPath("$[*].taskId", contains(promise)));
        clocksOf("legal", complaint).andExpect(jsonPath("$").isEmpty());
        clocksOf("agent", complaint, unknown, promise).andExpect(jsonPath("$", hasSize(3)));
        clocksOf("auditor", promise, complaint)
                .andExpect(jsonPath("$[?(@.clock == 'resolve')].taskId", containsInAnyOrder(promise, complaint)));
    }

    @Test
    void a_task_that_a_colleague_has_claimed_still_tells_its_clock() throws Exception {
        clock("CMP-1", "resolve", Duration.ofHours(3));
        String task = task("complaint", "CMP-1", null);
        tasks.setAssignee(task, "agent2");

        clocksOf("agent", task).andExpect(jsonPath("$[0].taskId").value(task));
    }

    @Test
    void a_whole_page_costs_one_look_at_the_clocks() throws Exception {
        String[] page = IntStream.range(0, 15)
                .mapToObj(number -> task("complaint", "CMP-" + number, null))
                .toArray(String[]::new);
        page[14] = page[0];
        IntStream.range(0, 15).forEach(number -> clock("CMP-" + number, "resolve", Duration.ofHours(number)));

        clocksOf("agent", page).andExpect(jsonPath("$", hasSize(14)));

        verify(clocks, times(1)).nearest(anyCollection());
    }

    @Test
    void at_most_fifty_tasks_are_taken_and_a_refusal_names_the_field() throws Exception {
        String[] fifty =
                IntStream.range(0, 50).mapToObj(number -> "task-" + number).toArray(String[]::new);
        clocksOf("agent", fifty).andExpect(jsonPath("$").isEmpty());

        asks("agent", String.join(",", fifty) + ",one-more")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.field").value("ids"))
                .andExpect(jsonPath("$.reason").value("names 51 tasks; ask for at most 50 at once"));
        asks("agent", "")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason", containsString("is empty")));
        browser.perform(get("/api/tasks/clocks").with(httpBasic("agent", PASSWORD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("ids"))
                .andExpect(jsonPath("$.reason").value("is missing"));
    }

    @Test
    void nobody_reads_clocks_without_a_sign_in() throws Exception {
        browser.perform(get("/api/tasks/clocks").param("ids", "any"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 首次联系：还剩 3 小时",
        "zh, 首次联系：还剩 3 小时",
        "en-GB, first contact: 3 h left",
        "de, first contact: 3 h left"
    })
    void words_come_in_the_language_of_the_reader(String language, String words) throws Exception {
        clock("CMP-1", "first-contact", Duration.ofHours(3));
        String task = task("complaint", "CMP-1", null);

        browser.perform(get("/api/tasks/clocks")
                        .param("ids", task)
                        .header("Accept-Language", language)
                        .with(httpBasic("agent", PASSWORD)))
                .andExpect(jsonPath("$[0].words").value(words));
    }

    private ResultActions clocksOf(String who, String... taskIds) throws Exception {
        return asks(who, String.join(",", taskIds)).andExpect(status().isOk());
    }

    private ResultActions asks(String who, String ids) throws Exception {
        return browser.perform(get("/api/tasks/clocks")
                .param("ids", ids)
                .header("Accept-Language", "en")
                .with(httpBasic(who, PASSWORD)));
    }

    private void clock(String caseNumber, String name, Duration left) {
        nearest.put(caseNumber, clock(caseNumber, name, NOW.plus(left), null));
    }

    private static CaseClock clock(String caseNumber, String name, Instant due, Instant pausedSince) {
        return new CaseClock(
                caseNumber,
                name,
                1,
                "complaint-instance",
                new Budget(1, Budget.Unit.DAYS),
                due.minus(Duration.ofDays(1)),
                due,
                null,
                due,
                null,
                null,
                null,
                null,
                pausedSince);
    }

    private String task(String process, String caseNumber, Instant due) {
        String instance = runtime.startProcessInstanceByKey(process, caseNumber).getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        if (due != null) {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        }
        assertThat(task.getAssignee()).isNull();
        return task.getId();
    }

    private void account(String user, String group) {
        accounts.createIfMissing(user, user, "Example", user + "@amends.example", PASSWORD, List.of(group));
    }

    // the real time goes on meanwhile, which these tests must not see
    private static void itIs(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }
}
