package io.amends.scenario;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.staff.People;
import io.amends.staff.StaffAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Scans as programs and people ask for them, and who may. */
@Scenario
class ChurnScanApiTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ServiceDesk desk;

    @Autowired
    People people;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void staff() {
        Staff.signUp(accounts);
        desk.settle();
    }

    @AfterEach
    void every_scan_comes_to_its_end() {
        desk.settle();
    }

    @Test
    void a_scan_as_of_a_day_is_created_and_told() throws Exception {
        String address = asks("retention", "{\"asOf\": \"2011-12-09\"}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern("/api/churn-scans/\\d+")))
                .andExpect(jsonPath("$.asOf", is("2011-12-09")))
                .andExpect(jsonPath("$.state", is("looking")))
                .andExpect(jsonPath("$.askedBy", is("retention")))
                .andExpect(jsonPath("$.progress.lookedAt", is(0)))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        desk.settle();
        as("auditor", get(address))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state", is("finished")))
                .andExpect(jsonPath("$.progress.percent", is(100)))
                .andExpect(jsonPath("$.signals[0].signal", is("dissatisfied")))
                .andExpect(jsonPath("$.signals[3].signal", is("silence")))
                .andExpect(jsonPath("$.lostBySilence.customers").isNumber())
                .andExpect(jsonPath("$.lostBySilence.netAmount").isNumber());
        as("manager", get("/api/churn-scans"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].asOf", is("2011-12-09")));
    }

    @Test
    void without_a_day_or_a_body_it_is_today() throws Exception {
        asks("manager", "{}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.asOf", is(desk.today().toString())));
        desk.settle();
        as("admin", post("/api/churn-scans").with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.asOf", is(desk.today().toString())));
    }

    @Test
    void a_second_scan_is_refused_while_one_works_and_the_one_is_named() throws Exception {
        String address = asks("retention", "{}").andReturn().getResponse().getHeader("Location");
        asks("retention", "{}")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Location", address))
                .andExpect(jsonPath("$.scan").isNumber());
        as("retention", post("/churn-scans").with(csrf()))
                .andExpect(redirectedUrl("/churn-scans"))
                .andExpect(flash().attribute("problem", containsString("at work already")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"asOf\": \"2999-01-01\"} | asOf | lies in the future",
                "{\"asOf\": \"2011-02-30\"} | asOf | must be a date",
                "{\"asOf\": \"yesterday\"} | asOf | must be a date",
                "{\"asOf\": \"1899-12-31\"} | asOf | lies before",
                "{\"asOf\": \"+99999-01-01\"} | asOf | lies in the future",
                "{\"asOf\": {\"day\": 1}} | asOf | is not of the right type",
                "{\"as_of\": \"2011-12-09\"} | as_of | is not known here",
                "[1 | body | well-formed",
            })
    void bad_input_is_refused_by_field(String body, String field, String reason) throws Exception {
        asks("retention", body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field", is(field)))
                .andExpect(jsonPath("$.reason", containsString(reason)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "lead", "director", "legal", "media", "owner", "auditor"})
    void others_start_no_scan(String who) throws Exception {
        asks(who, "{}").andExpect(status().isForbidden());
        as(who, post("/churn-scans").with(csrf())).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "lead", "director", "legal", "media", "owner"})
    void others_read_no_scan(String who) throws Exception {
        as(who, get("/api/churn-scans")).andExpect(status().isForbidden());
        as(who, get("/churn-scans")).andExpect(status().isForbidden());
        as(who, get("/churn-scans/1")).andExpect(status().isForbidden());
    }

    @Test
    void nobody_asks_without_signing_in() throws Exception {
        browser.perform(post("/api/churn-scans")).andExpect(status().isUnauthorized());
        browser.perform(get("/api/churn-scans/1")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_unknown_scan_is_told_as_a_problem_to_programs_and_in_words_to_people() throws Exception {
        as("retention", get("/api/churn-scans/999999"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field", is("id")));
        as("retention", get("/api/churn-scans/x")).andExpect(status().isBadRequest());
        as("retention", get("/churn-scans/999999"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no such scan")));
    }

    @Test
    void the_pages_show_scans_to_who_may_read_and_the_button_to_who_may_start() throws Exception {
        as("retention", post("/churn-scans").param("asOf", "2011-12-09").with(csrf()))
                .andExpect(redirectedUrlPattern("/churn-scans/*"));
        as("retention", get("/churn-scans"))
                .andExpect(content().string(containsString("Look for lost customers now")))
                .andExpect(content().string(containsString("At work")));
        desk.settle();
        as("auditor", get("/churn-scans"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Fri 9 Dec 2011")))
                .andExpect(content().string(not(containsString("Look for lost customers now"))));
        as("retention", post("/churn-scans").param("asOf", "2999-01-01").with(csrf()))
                .andExpect(flash().attribute("problem", containsString("lies in the future")));
    }

    private ResultActions asks(String who, String body) throws Exception {
        return as(
                who,
                post("/api/churn-scans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(csrf()));
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(who)
                .authorities(people.groupsOf(who).stream()
                        .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                        .toList())));
    }
}
