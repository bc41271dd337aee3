package io.amends.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The cards of the Tasklist, as people at the service desk see them. */
@SpringBootTest(
        classes = TaskCardsBrowserTest.House.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:task-cards;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.flyway.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            // without an administrator the pages would ask for one first
            "amends.admin.user=admin",
            "amends.admin.password=admin"
        })
@ActiveProfiles("demo")
class TaskCardsBrowserTest {

    /** The clocks are asked for again after 20 seconds at the latest. */
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(30_000);

    private static final Locator.ClickOptions ON_THE_FIRST_VISIT = new Locator.ClickOptions().setTimeout(60_000);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @EnableAutoConfiguration
    @ComponentScan({"io.amends.staff", "io.amends.web"})
    @ComponentScan(
            basePackages = "io.amends.casefile",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(TaskClocks|TaskClockController|CaseEngine|PlainTime)"))
    @Import(AsTheHouse.class)
    static class House {
        @Bean
        HouseClock clock() {
            return new HouseClock(ZoneId.of("Europe/London"));
        }
    }

    @MockitoBean
    CaseClocks clocks;

    @Autowired
    HouseClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    StaffAccounts accounts;

    @LocalServerPort
    int port;

    private final Map<String, CaseClock> nearest = new ConcurrentHashMap<>();

    @BeforeEach
    void anEmptyDesk() {
        accounts.createIfMissing("agent", "Ann", "Lee", "agent@amends.example", "agent", List.of("service-agents"));
        repository
                .createDeployment()
                .name("task-cards")
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
    }

    @AfterEach
    void nothingIsOpen() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
        ClockUtil.reset();
    }

    @Test
    void a_card_says_the_nearest_clock_and_which_case_it_is() {
        opens("complaint", "CMP-2026-000001", 90, null);
        runs("CMP-2026-000001", "first-contact", Duration.ofMinutes(-150));
        opens("complaint", "CMP-2026-000002", 70, Duration.ofMinutes(-30));
        stands("CMP-2026-000002", "resolve");
        opens("promise", "CMP-2026-000003", 50, Duration.ofHours(77));
        runs("CMP-2026-000003", "promise-17", Duration.ofHours(77));
        opens("complaint", "CMP-2026-000004", 30, null);

        Page window = list(window("en-US"), "My group's tasks");

        Locator late = card(window, "CMP-2026-000001");
        says(late, "first contact: 2 h late");
        says(late, "C-101");
        says(late, "Severity: S1");
        assertThat(card(window, "CMP-2026-000002").locator(".amends-clock").first())
                .hasText("resolve: paused");
        says(card(window, "CMP-2026-000002"), "this task: 30 min late");
        Locator promise = card(window, "CMP-2026-000003");
        assertThat(promise.locator(".amends-clock")).hasCount(1);
        says(promise, "promise: 3 days left");
        assertThat(promise.locator(".due-date")).isHidden();
        assertThat(card(window, "CMP-2026-000004").locator(".amends-clock")).hasCount(0);
        assertThat(window.getByText("Create task")).isHidden();
        Chromium.photograph(window, "task-cards");
        assertThat(window.locator(".tasks-list li.task").allInnerTexts())
                .as("what presses most stands on top")
                .satisfiesExactly(
                        first -> assertThat(first).contains("CMP-2026-000001"),
                        second -> assertThat(second).contains("CMP-2026-000002"),
                        third -> assertThat(third).contains("CMP-2026-000003"),
                        last -> assertThat(last).contains("CMP-2026-000004"));
    }

    @Test
    void the_words_follow_the_time_while_the_page_stays_open() {
        opens("complaint", "CMP-2026-000001", 90, null);
        runs("CMP-2026-000001", "resolve", Duration.ofMinutes(200));
        Page window = list(window("en-US"), "My group's tasks");
        says(card(window, "CMP-2026-000001"), "resolve: 3 h left");

        clock.advance(Duration.ofHours(6));
        says(card(window, "CMP-2026-000001"), "resolve: 2 h late");

        runs("CMP-2026-000001", "resolve", Duration.ofDays(4).plusHours(1));
        says(card(window, "CMP-2026-000001"), "resolve: 4 days left");

        stands("CMP-2026-000001", "resolve");
        says(card(window, "CMP-2026-000001"), "resolve: paused");
    }

    @Test
    void another_page_and_another_filter_have_their_words_too() {
        for (int number = 10; number < 30; number++) {
            opens("complaint", "CMP-2026-0000" + number, 50, Duration.ofHours(number));
            runs("CMP-2026-0000" + number, "resolve", Duration.ofHours(number).plusMinutes(30));
        }
        opens("promise", "CMP-2026-000031", 50, null);
        runs("CMP-2026-000031", "promise-4", Duration.ofDays(20).plusHours(1));
        Page window = list(window("en-US"), "Complaints");
        says(card(window, "CMP-2026-000010"), "resolve: 10 h left");

        window.locator(".pagination").getByText("2").click();
        says(card(window, "CMP-2026-000029"), "resolve: 29 h left");

        list(window, "Promises");
        says(card(window, "CMP-2026-000031"), "promise: 20 days left");
        assertThat(window.locator(".tasks-list li.task")).hasCount(1);
    }

    @Test
    void a_chinese_browser_reads_chinese() {
        opens("complaint", "CMP-2026-000001", 90, null);
        runs("CMP-2026-000001", "first-contact", Duration.ofMinutes(200));

        Page window = list(window("zh-CN"), "My group's tasks");

        says(card(window, "CMP-2026-000001"), "首次联系：还剩 3 小时");
        Chromium.photograph(window, "task-cards-zh");
    }

    private Page window(String language) {
        Page window = CHROMIUM.windowOf("agent", language);
        String house = "http://127.0.0.1:" + port;
        new SignIn(window, house).as("agent");
        window.navigate(house + "/camunda/app/tasklist/default/");
        return window;
    }

    private static Page list(Page window, String filter) {
        window.locator("a")
                .filter(new Locator.FilterOptions().setHasText(filter))
                .click(ON_THE_FIRST_VISIT);
        return window;
    }

    private static void says(Locator card, String words) {
        assertThat(card).containsText(words, SOON);
    }

    private static Locator card(Page window, String caseNumber) {
        return window.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    private void opens(String process, String caseNumber, int priority, Duration due) {
        String instance = runtime.startProcessInstanceByKey(
                        process, caseNumber, Map.of("caseNumber", caseNumber, "customer", "C-101", "severity", "S1"))
                .getId();
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        task.setPriority(priority);
        if (due != null) {
            task.setDueDate(Date.from(clock.instant().plus(due)));
        }
        tasks.saveTask(task);
    }

    private void runs(String caseNumber, String name, Duration left) {
        nearest.put(caseNumber, clock(caseNumber, name, clock.instant().plus(left), null));
    }

    private void stands(String caseNumber, String name) {
        Instant now = clock.instant();
        nearest.put(caseNumber, clock(caseNumber, name, now.plus(Duration.ofHours(2)), now));
    }

    private static CaseClock clock(String caseNumber, String name, Instant due, Instant pausedSince) {
        return new CaseClock(
                caseNumber,
                name,
                1,
                "complaint-instance",
                null,
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
}
