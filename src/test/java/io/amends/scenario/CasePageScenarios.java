package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amends.modeling.TaskFacts;
import io.amends.staff.StaffAccounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A case as a page, as JSON, in the Tasklist's tab and at the head of its forms. */
@Scenario
class CasePageScenarios {

    private static final String PASSWORD = "a rather long secret";

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @Autowired
    List<TaskFacts> facts;

    private String caseNumber = "";

    @BeforeEach
    void a_case_under_investigation() {
        Staff.signUp(accounts);
        caseNumber = desk.complains(
                desk.complaint(desk.somebody()).name("Ann <b>Hartmann</b>").build());
        desk.contacts("agent", caseNumber);
    }

    @Test
    void the_page_tells_who_what_clocks_letters_tasks_and_the_record() throws Exception {
        page("agent", "/cases/" + caseNumber)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ann &lt;b&gt;Hartmann&lt;/b&gt;"),
                                containsString("First contact"),
                                containsString("Investigate the cause"),
                                containsString("Acknowledgement"),
                                containsString("Completed “Contact the customer”"),
                                containsString("Decided by the table"),
                                containsString("The customer withdraws the complaint"))));
    }

    @Test
    void the_record_is_narrowed_to_one_kind_without_a_script() throws Exception {
        page("agent", "/cases/" + caseNumber + "?show=decision")
                .andExpect(content().string(containsString("Decided by the table")))
                .andExpect(content().string(not(containsString("Completed “Contact the customer”"))));
    }

    @Test
    void the_search_finds_the_case_by_the_name_of_the_customer() throws Exception {
        page("agent", "/cases?text=hartm " + caseNumber)
                .andExpect(content().string(containsString("/cases/" + caseNumber)))
                .andExpect(content().string(containsString("hartm " + caseNumber)));
        page("agent", "/cases?text=nobodyatall").andExpect(content().string(containsString("No case fits")));
    }

    @Test
    void whoever_has_no_part_in_a_case_gets_the_answer_for_an_unknown_number() throws Exception {
        String theirs = page("legal", "/cases/" + caseNumber)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String unknown = page("legal", "/cases/CMP-2026-999999")
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(withoutToken(theirs)).isEqualTo(withoutToken(unknown));
        page("legal", "/cases").andExpect(content().string(not(containsString(caseNumber))));
    }

    @Test
    void a_department_reads_the_case_it_was_asked_about() throws Exception {
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of(
                        "nextStep",
                        "ask-departments",
                        "departments",
                        List.of("legal"),
                        "departmentQuestion",
                        "Is the plan still binding?",
                        "answerBy",
                        desk.today().plusDays(3).toString()));
        page("legal", "/cases/" + caseNumber).andExpect(status().isOk());
        page("legal", "/cases").andExpect(content().string(containsString(caseNumber)));
        page("media", "/cases/" + caseNumber).andExpect(status().isNotFound());
    }

    @Test
    void an_auditor_reads_everything_and_can_report_nothing() throws Exception {
        page("auditor", "/cases/" + caseNumber)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Report on this case"))));
        browser.perform(post("/cases/{n}/actions/complaint-withdrawn", caseNumber)
                        .param("confirmed", "true")
                        .with(user("auditor").roles("auditors"))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        assertThat(desk.file(caseNumber).state()).isEqualTo("open");
    }

    @Test
    void a_withdrawal_is_asked_about_first_and_then_on_record_with_who_reported_it() throws Exception {
        act("complaint-withdrawn", "text", "Bought elsewhere")
                .andExpect(content().string(containsString("Yes, do it")));
        assertThat(desk.letters(caseNumber)).doesNotContain("withdrawal-confirmed");

        act("complaint-withdrawn", "text", "Bought elsewhere", "confirmed", "true")
                .andExpect(redirectedUrl("/cases/" + caseNumber))
                .andExpect(flash().attributeExists("done"));
        desk.settle();

        assertThat(desk.letters(caseNumber)).contains("withdrawal-confirmed");
        page("agent", "/cases/" + caseNumber)
                .andExpect(content().string(containsString("Reported “The customer withdraws the complaint”")));
        act("complaint-withdrawn", "confirmed", "true").andExpect(flash().attributeExists("problem"));
    }

    @Test
    void a_report_without_its_choice_or_its_words_changes_nothing() throws Exception {
        act("customer-contacted-again", "text", "Again").andExpect(flash().attributeExists("problem"));
        act("customer-contacted-again", "option", "phone").andExpect(flash().attributeExists("problem"));
        page("agent", "/cases/" + caseNumber)
                .andExpect(content().string(not(containsString("Reported “The customer got in touch again”"))));
    }

    @Test
    void the_tab_of_a_task_leads_to_its_case_without_our_navigation() throws Exception {
        String task = desk.openTask(caseNumber, "Task_InvestigateCause").getId();
        page("agent", "/cases/of-task/" + task).andExpect(redirectedUrl("/cases/" + caseNumber + "?embed=1"));
        page("agent", "/cases/" + caseNumber + "?embed=1")
                .andExpect(content().string(not(containsString("class=\"masthead\""))));
        page("agent", "/cases/of-task/none").andExpect(status().isNotFound());
        page("agent", "/camunda/app/tasklist/scripts/config.js")
                .andExpect(content().string(containsString("scripts/case-tab")));
        page("agent", "/camunda/app/tasklist/styles/user-styles.css")
                .andExpect(content().string(containsString(".ce-eol-banner { display: none")));
    }

    @Test
    void a_letter_is_shown_as_sent_in_a_frame_that_runs_and_loads_nothing() throws Exception {
        String id = JsonPath.read(api("/letters").andReturn().getResponse().getContentAsString(), "$[0].id");
        page("agent", "/cases/" + caseNumber + "/letters/" + id)
                .andExpect(content().string(containsString("<iframe")))
                .andExpect(content().string(containsString("/js/letter.js")));
        page("agent", "/cases/" + caseNumber + "/letters/" + id + "/body")
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox allow-same-origin;")))
                .andExpect(content().string(containsString(caseNumber)));
        page("agent", "/cases/" + caseNumber + "/letters/none").andExpect(status().isNotFound());
    }

    @Test
    void a_diagram_comes_in_the_version_it_ran_on_with_the_way_taken() throws Exception {
        String process = desk.file(caseNumber).processInstanceId();
        page("agent", "/cases/" + caseNumber + "/diagrams/" + process)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<bpmn:process id=\"complaint\"")));
        page("agent", "/cases/" + caseNumber + "/diagrams/" + process + "/way")
                .andExpect(jsonPath("$.steps[?(@.state == 'active')]").isNotEmpty())
                .andExpect(jsonPath("$.flows").isNotEmpty());
        page("agent", "/cases/" + caseNumber + "/diagrams/none").andExpect(status().isNotFound());
        page("legal", "/cases/" + caseNumber + "/diagrams/" + process).andExpect(status().isNotFound());
    }

    @Test
    void programs_read_state_clocks_tasks_record_and_letters() throws Exception {
        api("").andExpect(jsonPath("$.state").value("open"))
                .andExpect(jsonPath("$.owner").value("agent"))
                .andExpect(
                        jsonPath("$.clocks[?(@.name == 'first-contact')].met").isNotEmpty())
                .andExpect(jsonPath("$.clocks[0].paused").value(false))
                .andExpect(jsonPath("$.openTasks[*].name", hasItem("Investigate the cause")));
        api("/timeline")
                .andExpect(
                        jsonPath("$[?(@.kind == 'task' && @.who == 'agent')]").isNotEmpty())
                .andExpect(jsonPath("$[?(@.what == 'Severity')].after").isNotEmpty());
        api("/letters")
                .andExpect(jsonPath("$[0].letter").value("acknowledgement"))
                .andExpect(jsonPath("$[0].fate").value("sent"))
                .andExpect(jsonPath("$[0].recipient").isNotEmpty());
        browser.perform(get("/api/cases/CMP-2026-999999").with(httpBasic("agent", PASSWORD)))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.field").value("caseNumber"));
    }

    @Test
    void a_form_opens_with_the_facts_of_the_case_and_never_with_a_null() {
        Map<String, Object> all = facts.stream()
                .map(it -> it.of(caseNumber, Map.of()))
                .filter(it -> it.containsKey("facts"))
                .findFirst()
                .orElseThrow();
        assertThat(all)
                .containsKeys(
                        "facts",
                        "clockRows",
                        "letterRows",
                        "historyRows",
                        "purchaseRows",
                        "enquiryRows",
                        "customerOptions",
                        "ambiguous",
                        "asksDecision",
                        "promise",
                        "letterText",
                        "letterFate")
                .as("a last proposal is shown only when there was one")
                .doesNotContainKey("proposal");
        assertThat((Map<?, ?>) all.get("facts")).doesNotContainValue(null);
        assertThat(((Map<?, ?>) all.get("facts")).get("customerName")).isEqualTo("Ann <b>Hartmann</b>");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private ResultActions page(String who, String address) throws Exception {
        MockHttpServletRequestBuilder request = address.contains("?text=")
                ? get("/cases").param("text", address.substring(address.indexOf('=') + 1))
                : get(address);
        return browser.perform(request.accept("text/html", "*/*").with(user(who)));
    }

    private ResultActions api(String part) throws Exception {
        return browser.perform(get("/api/cases/" + caseNumber + part).with(httpBasic("agent", PASSWORD)))
                .andExpect(status().isOk());
    }

    private ResultActions act(String action, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/cases/{n}/actions/{a}", caseNumber, action);
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return browser.perform(
                request.with(user("agent").roles("service-agents")).with(csrf()));
    }
}
