package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.contact.ContactPolicy;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerRegister;
import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.customer.CustomerRegister.NewPurchase;
import io.amends.customer.CustomerValues;
import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.NewLostCustomer;
import io.amends.lostcustomer.Signal;
import io.amends.staff.StaffAccounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The house looks for lost customers every morning and whenever somebody asks, and takes them up (L-1). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChurnScanScenarios {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ZoneId HOUSE = ZoneId.of("Europe/London");

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerRegister register;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    CustomerValues values;

    @Autowired
    CaseFiles cases;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc browser;

    @MockitoSpyBean
    LostCustomerIntake intake;

    @MockitoSpyBean
    ContactPolicy policy;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void all_is_quiet() {
        Staff.signUp(accounts);
        Mockito.reset(intake, policy);
        desk.settle();
    }

    @AfterAll
    void every_element_of_the_diagram_was_visited() {
        assertThat(history.createHistoricActivityInstanceQuery().list().stream()
                        .filter(it -> it.getProcessDefinitionKey().equals("churn-scan"))
                        .map(it -> "churn-scan/" + it.getActivityId()))
                .containsAll(Elements.of(List.of("churn-scan")));
    }

    @Test
    void every_morning_at_half_past_four_of_the_house_a_scan_as_of_the_day_runs_once() throws Exception {
        Instant next = dailyDue();
        assertThat(next.atZone(HOUSE).toLocalTime()).isEqualTo(LocalTime.of(4, 30));
        String silent = silentCustomer();
        desk.comes(next);

        JsonNode scan = latest();
        assertThat(scan.get("state").asText()).isEqualTo("finished");
        assertThat(scan.has("askedBy")).isFalse();
        assertThat(scan.get("asOf").asText()).isEqualTo(desk.today().toString());
        assertThat(recoveriesOf(silent)).hasSize(1);
        assertThat(dailyDue().atZone(HOUSE).toLocalDateTime())
                .isEqualTo(desk.today().plusDays(1).atTime(4, 30));

        desk.passes(Duration.ofDays(40));
        assertThat(latest().get("id").asInt()).isEqualTo(scan.get("id").asInt() + 1);
        assertThat(dailyDue().atZone(HOUSE).toLocalTime()).isEqualTo(LocalTime.of(4, 30));
    }

    @Test
    void the_button_looks_at_once_and_shows_who_was_found_started_and_skipped_and_why() throws Exception {
        String started = silentCustomer();
        String refuses = silentCustomer();
        directory.neverContactAgain(refuses, "Said so");
        String running = silentCustomer();
        values.bringUpToDate();
        intake.take(new NewLostCustomer(running, Signal.REPORTED, "by phone", null, null, "retention"));
        desk.settle();

        String page = as("retention", post("/churn-scans").with(csrf()))
                .andExpect(redirectedUrlPattern("/churn-scans/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        as("retention", get(Objects.requireNonNull(page))).andExpect(content().string(containsString("0 of")));
        desk.settle();

        assertThat(recoveriesOf(started)).hasSize(1);
        assertThat(recoveriesOf(refuses)).isEmpty();
        JsonNode silence = latest().get("signals").get(3);
        assertThat(silence.get("started").asInt()).isPositive();
        assertThat(silence.get("skippedBy").get("do-not-contact").asInt()).isPositive();
        assertThat(silence.get("skippedBy").get("recovery-running").asInt()).isPositive();
        assertThat(latest().get("askedBy").asText()).isEqualTo("retention");
        as("retention", get(page))
                .andExpect(content()
                        .string(containsString(recoveriesOf(started).get(0).number())))
                .andExpect(content().string(containsString("asked not to be contacted")));
        as("retention", get(page).param("state", "skipped").param("signal", "silence"))
                .andExpect(content().string(containsString("Somebody " + refuses)));

        asks();
        desk.settle();
        assertThat(recoveriesOf(started)).hasSize(1);
    }

    @Test
    void while_a_scan_asked_for_works_the_daily_one_steps_back() throws Exception {
        Instant next = dailyDue();
        desk.comes(next.minusSeconds(60));
        asks();
        int asked = latest().get("id").asInt();
        Job begins = comesRound(next);
        management.executeJob(begins.getId());
        assertThat(latest().get("id").asInt()).isEqualTo(asked);
        desk.settle();
        assertThat(latest().get("id").asInt()).isEqualTo(asked);
        assertThat(latest().get("state").asText()).isEqualTo("finished");
    }

    @Test
    void a_scan_that_fails_is_shown_as_interrupted_and_goes_on_by_a_button() throws Exception {
        String silent = silentCustomer();
        doThrow(new IllegalStateException("The policy cannot be asked now"))
                .when(policy)
                .suppressed(any());
        asks();
        assertThatThrownBy(desk::works).hasMessageContaining("The policy cannot be asked now");
        int id = latest().get("id").asInt();
        assertThat(latest().get("state").asText()).isEqualTo("interrupted");
        assertThat(latest().get("problem").asText()).isEqualTo("The policy cannot be asked now");
        assertThat(latest().get("progress").get("percent").asInt()).isEqualTo(100);
        as("retention", get("/churn-scans/" + id))
                .andExpect(content().string(containsString("It kept its place")))
                .andExpect(content().string(containsString("Go on now")));
        assertThat(recoveriesOf(silent)).isEmpty();

        Mockito.reset(policy);
        as("retention", post("/churn-scans/" + id + "/resume").with(csrf()))
                .andExpect(flash().attribute("done", containsString("goes on")));
        desk.settle();
        assertThat(latest().get("state").asText()).isEqualTo("finished");
        assertThat(recoveriesOf(silent)).hasSize(1);
        as("retention", post("/churn-scans/" + id + "/resume").with(csrf()))
                .andExpect(flash().attribute("problem", containsString("is not interrupted")));
    }

    @Test
    void a_scan_whose_process_somebody_ended_is_in_nobodys_way() throws Exception {
        asks();
        int ended = latest().get("id").asInt();
        runtime.createProcessInstanceQuery().processDefinitionKey("churn-scan").list().stream()
                .filter(it -> runtime.getActiveActivityIds(it.getId()).contains("Task_FindLostCustomers"))
                .forEach(it -> runtime.deleteProcessInstance(it.getId(), "by mistake"));
        asks();
        desk.settle();
        assertThat(latest().get("id").asInt()).isGreaterThan(ended);
        assertThat(scan(ended).get("problem").asText()).contains("ended by somebody");
        as("retention", post("/churn-scans/" + ended + "/resume").with(csrf()))
                .andExpect(flash().attribute("problem", containsString("Start a new scan")));
    }

    @Test
    void a_daily_scan_leaves_few_rows_of_history() throws Exception {
        long before = history.createHistoricJobLogQuery().count();
        desk.comes(dailyDue());
        String process = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("churn-scan")
                .finished()
                .orderByProcessInstanceEndTime()
                .desc()
                .list()
                .get(0)
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(process)
                        .count())
                .isLessThanOrEqualTo(9);
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(process)
                        .count())
                .isLessThanOrEqualTo(4);
        assertThat(history.createHistoricJobLogQuery().count()).isGreaterThan(before);
    }

    // ------------------------------------------------------------ helpers

    private String silentCustomer() {
        String number = "CS-" + NUMBERS.incrementAndGet();
        register.addCustomers(List.of(new NewCustomer(
                number, "Somebody " + number, desk.somebody(), null, null, "en", null, null, Map.of(), "active")));
        LocalDate last = desk.today().minusDays(100);
        register.addPurchases(
                "scan",
                IntStream.range(0, 3)
                        .mapToObj(n -> new NewPurchase(
                                number + "-" + n,
                                number,
                                last.minusDays(7L * n).atTime(12, 0).toInstant(ZoneOffset.UTC),
                                new BigDecimal("2500.00"),
                                "GBP",
                                "Tea",
                                "sale"))
                        .toList());
        return number;
    }

    private List<CaseFile> recoveriesOf(String customer) {
        return cases.casesOf(customer).stream()
                .filter(it -> it.processKey().equals("lost-customer"))
                .toList();
    }

    private Job daily() {
        return management.createJobQuery().timers().processDefinitionKey("churn-scan").list().stream()
                .filter(it -> it.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
    }

    private Instant dailyDue() {
        return daily().getDuedate().toInstant();
    }

    /** Only the daily timer, and the first step that it starts; the scan that works already rests meanwhile. */
    private Job comesRound(Instant due) {
        Job timer = daily();
        assertThat(timer.getDuedate()).isEqualTo(java.util.Date.from(due));
        List<String> before = jobs();
        management.executeJob(timer.getId());
        return management.createJobQuery().processDefinitionKey("churn-scan").messages().list().stream()
                .filter(it -> !before.contains(it.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> jobs() {
        return management.createJobQuery().processDefinitionKey("churn-scan").list().stream()
                .map(Job::getId)
                .toList();
    }

    private void asks() throws Exception {
        as(
                        "retention",
                        post("/api/churn-scans")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}")
                                .with(csrf()))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                        .isCreated());
    }

    private JsonNode latest() throws Exception {
        return read(get("/api/churn-scans")).get(0);
    }

    private JsonNode scan(int id) throws Exception {
        return read(get("/api/churn-scans/" + id));
    }

    private JsonNode read(MockHttpServletRequestBuilder request) throws Exception {
        return json.readTree(as("retention", request).andReturn().getResponse().getContentAsString());
    }

    private ResultActions as(String user, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(user).authorities(new SimpleGrantedAuthority("ROLE_" + user))));
    }
}
