package io.amends.scenario;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.staff.StaffAccounts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Where the links in letters to colleagues lead (T-4). */
@Scenario
class CaseTaskScenarios {

    private static final String CONTACT = "Task_ContactCustomer";

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    private String caseNumber = "";

    @BeforeEach
    void a_new_case() {
        Staff.signUp(accounts);
        caseNumber = desk.complains(desk.somebody());
    }

    @Test
    void to_the_very_task_in_the_tasklist() throws Exception {
        String task = desk.openTask(caseNumber, CONTACT).getId();
        opens("agent", "service-agents", "/tasks/" + CONTACT)
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?task=" + task));
        opens("agent", "service-agents", "/tasks/" + CONTACT + "?clock=first-contact")
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?task=" + task));
    }

    @Test
    void to_the_case_with_a_plain_word_once_the_task_is_done() throws Exception {
        desk.contacts("agent", caseNumber);
        opens("agent", "service-agents", "/tasks/" + CONTACT)
                .andExpect(redirectedUrl("/cases/" + caseNumber))
                .andExpect(flash().attribute("done", containsString("That task is done")));
    }

    @Test
    void to_the_case_when_the_task_hangs_on_another_clock() throws Exception {
        opens("agent", "service-agents", "/tasks/" + CONTACT + "?clock=promise-1")
                .andExpect(redirectedUrl("/cases/" + caseNumber));
    }

    @Test
    void nowhere_for_whoever_has_no_part_in_the_case() throws Exception {
        opens("retention", "retention", "/tasks/" + CONTACT).andExpect(status().isNotFound());
    }

    @Test
    void to_the_sign_in_first_for_whoever_is_not_signed_in() throws Exception {
        browser.perform(get("/cases/" + caseNumber + "/tasks/" + CONTACT).accept("text/html"))
                .andExpect(redirectedUrlPattern("**/sign-in"));
    }

    private ResultActions opens(String name, String group, String path) throws Exception {
        return browser.perform(get("/cases/" + caseNumber + path)
                .accept("text/html")
                .with(user(name).authorities(List.of(new SimpleGrantedAuthority("ROLE_" + group)))));
    }
}
