package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.staff.StaffAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The managers' figures (A-5, L-6, L-11 to L-13), each test with a period of its own. */
@Scenario
class FiguresPageScenarios {

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void staff() {
        Staff.signUp(accounts);
        jdbc.sql("delete from lost_customer where reference like 'figures%'").update();
    }

    @Test
    void a_manager_reads_what_became_of_the_lost_with_every_denominator() throws Exception {
        lost(1, "pursue", "drifted", "regained", 100, 50);
        lost(2, "pursue", "drifted", "declined", 0, 25);
        lost(3, "pursue", null, null, null, null);
        lost(4, "hold-out", null, "held-out", 900, 0);
        lost(5, null, null, "left-alone", null, null);

        opens("/figures?from=2001-03-01&to=2001-03-31")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 of 2 (50 %)")))
                .andExpect(content().string(containsString("1 still open, 1 left alone, 0 without a decision")))
                .andExpect(content().string(containsString("benefit 100, cost 75 GBP")))
                .andExpect(content().string(containsString("+33 %")))
                .andExpect(content().string(containsString("Too few to say:")))
                .andExpect(content().string(containsString("Wilson")))
                .andExpect(content().string(containsString("hold out percent 10")))
                .andExpect(content().string(containsString("Share of a purchase that is earned")));
    }

    @Test
    void a_period_without_cases_says_what_is_missing() throws Exception {
        opens("/figures?from=1999-01-01&to=1999-12-31")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Nothing yet: no case of a lost customer opened")))
                .andExpect(content().string(containsString("Nothing yet: no case of this period has been evaluated")))
                .andExpect(content().string(containsString("Nothing yet: nobody was pursued")))
                .andExpect(content().string(containsString("Nothing yet: no complaint opened")));
    }

    @Test
    void complaints_that_are_all_open_say_nothing_of_how_they_were_handled() throws Exception {
        jdbc.sql("""
                        insert into case_file (case_number, process_key, subject, state, opened_at)
                        values ('CMP-2003-000001', 'complaint', 'delivery', 'open', timestamp with time zone '2003-03-01 10:00:00Z')""").update();

        opens("/figures?from=2003-03-01&to=2003-03-31")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("of none is it known how it was handled")))
                .andExpect(content().string(containsString("reckoned for <span>100</span>")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 2026-03-01, The first day (<code>from</code>)",
        "2026-02-01, soon, The last day (<code>to</code>)",
        "2026-03-02, 2026-03-01, The first day (<code>from</code>)",
        "<script>alert(1)</script>, 2026-03-01, &lt;script&gt;alert(1)&lt;/script&gt;"
    })
    void a_broken_period_names_the_field_and_the_page_stays(String from, String to, String says) throws Exception {
        browser.perform(get("/figures").param("from", from).param("to", to).with(manager()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(says)))
                .andExpect(content().string(containsString("name=\"from\"")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        for (String file : new String[] {"reasons", "offers", "recoveries"}) {
            browser.perform(get("/figures/" + file + ".csv")
                            .param("from", from)
                            .param("to", to)
                            .with(manager()))
                    .andExpect(status().isBadRequest());
        }
    }

    @Test
    void the_files_hold_the_same_numbers_and_no_formula() throws Exception {
        lost(1, "pursue", "drifted", "regained", 100, 50);
        lost(2, "pursue", "drifted", "declined", 0, 50);
        jdbc.sql(
                        "update lost_customer set customer_number = '=cmd|'' /C calc''!A0' where case_number = 'LCR-2001-000002'")
                .update();

        assertThat(file("reasons"))
                .startsWith("reason,name,lost,confirmed,proposed,")
                .contains("drifted,Drifted away,2,2,0,0,0,0,0,2,0,2,1,1,0.5000,2,100.00,100.00,0.0000\r\n")
                .contains("moved,Moved out of reach,0,0,0,0,0,0,0,0,0,0,0,0,,0,0,0,\r\n");
        assertThat(file("offers")).contains("discount,Discount,2,2,0,0,0,2,1,1,0.5000,2,100.00,100.00,0.0000\r\n");
        assertThat(file("recoveries"))
                .startsWith("case,customer,signal,")
                .contains("LCR-2001-000001,C-figures,silence,B,2001-03-01T")
                .contains("LCR-2001-000002,'=cmd|' /C calc'!A0,silence")
                .contains(",not-regained,discount,,accepted,declined,");
        browser.perform(get("/figures/reasons.csv?from=2001-03-01&to=2001-03-31")
                        .with(manager()))
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(containsString("attachment"), containsString("2001-03-01"))));
    }

    /** The table of L-12. */
    @ParameterizedTest
    @CsvSource({"5, 0.1, 1400", "5, 0.5, 3000", "15, 0.1, 2400", "15, 0.5, 8000"})
    void the_api_says_what_losing_customers_costs(double times, double churn, double total) throws Exception {
        opens("/api/figures/churn-cost?customers=1000&churn=%s&times=%s&keep=1".formatted(churn, times))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(closeTo(total, 0.001)))
                .andExpect(jsonPath("$.curve.length()").value(11));
    }

    @Test
    void the_api_says_what_complaints_are_worth() throws Exception {
        opens("/api/figures/complaint-worth?complaints=100&fast=1&solved=0&value=10")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kept").value(closeTo(73, 0.001)))
                .andExpect(jsonPath("$.valueKept").value(closeTo(730, 0.01)))
                .andExpect(jsonPath("$.rows[0].again").value(0.82));
    }

    @ParameterizedTest
    @CsvSource({
        "churn-cost?churn=1.1, churn",
        "churn-cost?churn=NaN, churn",
        "churn-cost?customers=-1, customers",
        "churn-cost?times=0.5, times",
        "churn-cost?keep=1e300, keep",
        "churn-cost?keep=much, keep",
        "complaint-worth?fast=0&solved=0&value=1, complaints",
        "complaint-worth?complaints=1&fast=0.6&solved=0.5&value=1, solved",
        "complaint-worth?complaints=1&fast=0&solved=0&value=1&againSilent=2, againSilent"
    })
    void what_is_out_of_bounds_is_refused_by_its_field(String asked, String field) throws Exception {
        opens("/api/figures/" + asked)
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Type", containsString("application/problem+json")))
                .andExpect(jsonPath("$.field").value(field));
    }

    @ParameterizedTest
    @CsvSource({
        "manager,service-managers,200",
        "director,directors,200",
        "auditor,auditors,200",
        "admin,camunda-admin,200",
        "lead,team-leads,403",
        "retention,retention,403",
        "agent,service-agents,403",
        "owner,process-owners,403",
    })
    void figures_are_for_managers_directors_and_auditors(String name, String group, int answer) throws Exception {
        var who = user(name).authorities(new SimpleGrantedAuthority("ROLE_" + group));
        for (String address : new String[] {
            "/figures",
            "/figures/reasons.csv",
            "/figures/offers.csv",
            "/figures/recoveries.csv",
            "/api/figures/churn-cost",
            "/api/figures/complaint-worth?complaints=1&fast=0&solved=0&value=1"
        }) {
            browser.perform(get(address).with(who)).andExpect(status().is(answer));
        }
        browser.perform(get("/").with(who))
                .andExpect(content()
                        .string(answer == 200 ? containsString("/figures\"") : not(containsString("/figures\""))));
    }

    @Test
    void figures_are_read_only() throws Exception {
        browser.perform(post("/figures").with(manager()).with(csrf())).andExpect(status().isMethodNotAllowed());
    }

    private String file(String name) throws Exception {
        return opens("/figures/" + name + ".csv?from=2001-03-01&to=2001-03-31")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions opens(String address) throws Exception {
        return browser.perform(get(address).with(manager()));
    }

    private static RequestPostProcessor manager() {
        return user("manager").authorities(new SimpleGrantedAuthority("ROLE_service-managers"));
    }

    private void lost(int number, String decision, String reason, String outcome, Integer benefit, Integer cost) {
        jdbc.sql("""
                        insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier, yearly_value,
                            lifetime_value, second_lifetime_value, assumptions_version, confirmed_reason, decision, outcome, closed_at,
                            offer_kind, offered_at, offer_answer, benefit_repurchase, benefit_replacement, benefit_referral,
                            benefit_learnt, cost_people, cost_offer, cost_letters, cost_losses)
                        values (?, 'C-figures', 'silence', ?, timestamp with time zone '2001-03-01 10:00:00Z', 'B', 100, 100, 100, 1,
                            ?, ?, ?, case when ? = '' then null else timestamp with time zone '2001-06-01 10:00:00Z' end,
                            case when ? = '' then null else 'discount' end,
                            case when ? = '' then null else timestamp with time zone '2001-03-02 10:00:00Z' end,
                            case when ? = '' then null else 'accepted' end,
                            ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        "LCR-2001-%06d".formatted(number),
                        "figures" + number,
                        reason,
                        decision,
                        outcome,
                        outcome == null ? "" : outcome,
                        reason == null ? "" : reason,
                        reason == null ? "" : reason,
                        reason == null ? "" : reason,
                        benefit,
                        zero(benefit),
                        zero(benefit),
                        zero(benefit),
                        cost,
                        zero(cost),
                        zero(cost),
                        zero(cost))
                .update();
    }

    private static Integer zero(Integer number) {
        return number == null ? null : 0;
    }
}
