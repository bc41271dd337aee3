package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.staff.StaffAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The house's letters, to look at. */
@Scenario
class LettersPageScenarios {

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staff() {
        Staff.signUp(accounts);
    }

    @Test
    void a_process_owner_sees_what_each_letter_is_for_and_when_it_leaves() throws Exception {
        opens("/letters")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("To customers")))
                .andExpect(content().string(containsString("To the media")))
                .andExpect(content().string(containsString("To colleagues")))
                .andExpect(content().string(containsString("We have your complaint (CMP-2026-000042)")))
                .andExpect(
                        content().string(containsString("After 3 working days without an answer, and again after 7.")))
                .andExpect(content().string(containsString("team leads, service managers, directors")));
    }

    @Test
    void a_letter_is_shown_in_both_languages_with_every_sample_and_as_plain_text() throws Exception {
        opens("/letters/closing")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your case CMP-2026-000042: what was done")))
                .andExpect(content().string(containsString("Settled at the first talk")))
                .andExpect(content().string(containsString("Nothing known")))
                .andExpect(content().string(containsString("Is anything left that we can do for you?")))
                .andExpect(content().string(not(containsString("Customers would rather hear"))));
        opens("/letters/closing?language=zh-CN&sample=Hostile")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("您的事项 CMP-2026-000042：处理结果")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void the_letter_itself_runs_nothing_and_its_links_open_nothing() throws Exception {
        String letter = opens("/letters/proposal/body")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox;")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(letter).contains("<base target=\"_blank\"/>", "Accept or decline");
        opens("/letters/proposal")
                .andExpect(content().string(containsString("<iframe sandbox")))
                .andExpect(content().string(not(containsString("allow-"))));
    }

    @ParameterizedTest
    @CsvSource({"no-such-letter,en,Usual", "closing,fr,Usual", "closing,en,Wrong", "..,en,Usual"})
    void what_there_is_not_is_not_found(String letter, String language, String sample) throws Exception {
        opens("/letters/" + letter + "/body?language=" + language + "&sample=" + sample)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(400, 404));
    }

    @ParameterizedTest
    @CsvSource({
        "owner,process-owners,200",
        "auditor,auditors,200",
        "lead,team-leads,200",
        "manager,service-managers,200",
        "director,directors,200",
        "admin,camunda-admin,200",
        "agent,service-agents,403",
        "legal,legal,403",
    })
    void letters_are_for_those_who_change_them_and_those_who_answer_for_them(String name, String group, int answer)
            throws Exception {
        for (String address : new String[] {"/letters", "/letters/closing", "/letters/closing/body"}) {
            browser.perform(get(address).with(user(name).authorities(new SimpleGrantedAuthority("ROLE_" + group))))
                    .andExpect(status().is(answer));
        }
        browser.perform(get("/").with(user(name).authorities(new SimpleGrantedAuthority("ROLE_" + group))))
                .andExpect(content()
                        .string(answer == 200 ? containsString("/letters\"") : not(containsString("/letters\""))));
    }

    private ResultActions opens(String address) throws Exception {
        return browser.perform(
                get(address).with(user("owner").authorities(new SimpleGrantedAuthority("ROLE_process-owners"))));
    }
}
