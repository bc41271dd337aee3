package io.amends.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerValues;
import io.amends.customer.Standing;
import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of customers: what they show, who may open them, and what may be changed on them by whom (L-2). */
@Scenario
class CustomerPageTest {

    @Autowired
    CustomerDirectory customers;

    @Autowired
    CustomerValues values;

    @Autowired
    ContactPolicy policy;

    @Autowired
    CaseFiles cases;

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc browser;

    // ------------------------------------------------------------ who may open what

    @ParameterizedTest
    @CsvSource({
        "service-agents, 200, 302",
        "team-leads, 200, 302",
        "service-managers, 200, 302",
        "directors, 200, 302",
        "retention, 200, 302",
        "auditors, 200, 403",
        "legal, 403, 403",
        "communications, 403, 403",
        "spokespersons, 403, 403",
        "process-owners, 403, 403",
        "camunda-admin, 403, 403"
    })
    void customers_are_for_who_works_with_them_and_auditors_change_nothing(String group, int looks, int changes)
            throws Exception {
        String number = customer("Ann Smith");
        assertThat(open(group, "/customers").getStatus()).isEqualTo(looks);
        assertThat(open(group, "/customers/" + number).getStatus()).isEqualTo(looks);
        assertThat(send(
                                group,
                                post("/customers/{n}/consents", number)
                                        .param("channel", "mail")
                                        .param("answer", "refused"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(changes);
        assertThat(send(group, post("/customers/{n}/changes/active", number).param("reason", "x"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(changes);
        assertThat(page(group, "/").contains("href=\"/customers\"")).isEqualTo(looks == 200);
        assertThat(standing(number).consents().containsKey("mail")).isEqualTo(changes == 302);
    }

    @Test
    void nobody_looks_without_signing_in_and_nothing_changes_without_the_pages_token() throws Exception {
        String number = customer("Ann Smith");
        assertThat(browser.perform(get("/customers/" + number).accept("text/html"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("/sign-in");
        assertThat(browser.perform(post("/customers/{n}/changes/leave-alone", number)
                                .param("reason", "x")
                                .param("confirmed", "true")
                                .with(user(member("service-agents")).roles("service-agents")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(standing(number).doNotContact()).isFalse();
    }

    @Test
    void an_auditor_reads_all_and_is_offered_nothing_to_change() throws Exception {
        String number = customer("Ann Smith");
        assertThat(page("auditors", "/customers/" + number))
                .contains("What they allow", "What was changed")
                .doesNotContain("<button type=\"submit\" class=\"outline\" name=\"answer\"", "/changes/");
    }

    @Test
    void a_number_that_nobody_has_is_told_in_words() throws Exception {
        MockHttpServletResponse answer = open("service-agents", "/customers/NOBODY");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("No such customer");
        assertThat(send(
                                "service-agents",
                                post("/customers/NOBODY/changes/leave-alone").param("reason", "x"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    // ------------------------------------------------------------ searching

    @Test
    void somebody_is_found_by_number_name_mail_and_phone() throws Exception {
        String word = "Z" + UUID.randomUUID().toString().substring(0, 8);
        String number = customer("Anna " + word);
        String phone = customers.byNumber(number).orElseThrow().phone();
        String mail = customers.byNumber(number).orElseThrow().mail();
        for (String text : List.of(
                number,
                number.toLowerCase(Locale.ROOT),
                word.toLowerCase(Locale.ROOT),
                word.substring(0, 5),
                mail,
                phone)) {
            assertThat(found(text)).as(text).contains("/customers/" + number);
        }
        assertThat(found("%" + word)).contains("No customer fits");
        assertThat(found("zz")).contains("No customer fits");
        assertThat(found("<script>alert(1)</script>")).doesNotContain("<script>alert");
        assertThat(page("service-agents", "/customers")).contains("Look somebody up");
    }

    @Test
    void a_long_list_is_cut_and_says_so() throws Exception {
        String word = "Y" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i <= CustomerSearchController.AT_MOST; i++) {
            customer(word + " " + i);
        }
        assertThat(found(word)).contains("More than 50 customers fit").satisfies(list -> assertThat(
                        list.split("href=\"/customers/PAGE", -1))
                .hasSize(CustomerSearchController.AT_MOST + 1));
    }

    // ------------------------------------------------------------ one customer

    @Test
    void what_others_typed_is_shown_as_words() throws Exception {
        String number = customer("<b>Ann</b>");
        String caseNumber = cases.open("LCR", "lost-customer", "silence", number, desk.now());
        policy.contacted(number, caseNumber, Channel.PHONE, "retention", "<img src=x onerror=alert(1)>");
        customers.neverContactAgain(number, "<i>no</i>");
        assertThat(page("service-agents", "/customers/" + number))
                .contains("&lt;b&gt;Ann&lt;/b&gt;", "&lt;img src=x", "&lt;i&gt;no&lt;/i&gt;", "/cases/" + caseNumber)
                .doesNotContain("<img src=x", "<i>no</i>", "<b>Ann</b>");
    }

    @Test
    void the_page_tells_contacts_skips_waiting_cases_and_cases() throws Exception {
        String number = customer("Ann Smith");
        String complaint = cases.open("CMP", "complaint", "delivery", number, desk.now());
        String lost = cases.open("LCR", "lost-customer", "silence", number, desk.now());
        policy.ask(lost, number, 70);
        policy.contacted(number, complaint, Channel.PHONE, "team-leads", "Asked for the bill");
        assertThat(page("service-agents", "/customers/" + number))
                .contains(
                        "No: a complaint of theirs is open and goes first.",
                        "Asked for the bill",
                        "Team leads",
                        "A complaint of theirs is open and goes first",
                        "asks again",
                        "urgency <span>70</span>",
                        "/cases/" + complaint,
                        "/cases/" + lost);
        assertThat(page("service-agents", "/customers/" + customer("Bob New")))
                .contains(
                        "Yes, by phone, e-mail or text message.",
                        "Nobody of us had contact with this customer",
                        "Nobody had to wait",
                        "No case waits for this customer now.",
                        "There is no case of this customer.",
                        "Nothing has been changed here yet.");
    }

    @Test
    void the_page_names_the_open_channels_the_missing_consent_and_the_case_that_has_the_contact() throws Exception {
        String number = customer("Cora Choice");
        customers.setConsent(number, "phone", false);
        customers.setConsent(number, "message", false);
        assertThat(page("service-agents", "/customers/" + number)).contains("Yes, by e-mail.");
        String lost = cases.open("LCR", "lost-customer", "silence", number, desk.now());
        policy.ask(lost, number, 70);
        assertThat(page("service-agents", "/customers/" + number))
                .contains("Yes, for " + lost + ", which has the contact, by e-mail.");
        policy.leaveLine(lost);
        customers.setConsent(number, "mail", false);
        assertThat(page("service-agents", "/customers/" + number)).contains("No: no consent, they refused");
    }

    @Test
    void the_page_tells_what_a_customer_is_worth_and_by_which_figures() throws Exception {
        String number = customer("Ann Smith");
        assertThat(page("retention", "/customers/" + number)).contains("none, without purchases");
        for (int month = 1; month <= 3; month++) {
            jdbc.sql("""
                            insert into purchase (external_id, customer_number, bought_at, bought_on, amount, house_amount, currency, what)
                            values (?, ?, ?, ?, 1250, 1250, 'GBP', 'A kettle')""")
                    .params(
                            number + "-" + month,
                            number,
                            Sql.utc(desk.now().minus(Duration.ofDays(30L * month))),
                            desk.today().minusDays(30L * month))
                    .update();
        }
        values.bringUpToDate();
        assertThat(page("retention", "/customers/" + number))
                .contains("3, from ", "30 days", "3,750.00 GBP", "Lifetime value", "recovery-assumptions");
    }

    @Test
    void the_page_of_a_case_leads_to_its_customer() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        String number = desk.file(caseNumber).customerNumber();
        assertThat(page("service-agents", "/cases/" + caseNumber)).contains("href=\"/customers/" + number + "\"");
        assertThat(page("process-owners", "/cases/" + caseNumber)).doesNotContain("href=\"/customers/");
    }

    // ------------------------------------------------------------ changes

    @Test
    void a_consent_is_changed_by_one_click_and_kept_with_who() throws Exception {
        String number = customer("Ann Smith");
        MvcResult answer = send(
                "retention",
                post("/customers/{n}/consents", number)
                        .param("channel", "phone")
                        .param("answer", "refused"));
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/customers/" + number);
        assertThat(standing(number).consents()).containsEntry("phone", false);
        assertThat(page("service-agents", "/customers/" + number))
                .contains("Refused: phone", member("retention") + " Example");
        send(
                "retention",
                post("/customers/{n}/consents", number).param("channel", "fax").param("answer", "allowed"));
        send(
                "retention",
                post("/customers/{n}/consents", number).param("channel", "mail").param("answer", "maybe"));
        assertThat(standing(number).consents()).containsOnlyKeys("phone");
    }

    @Test
    void what_hurts_needs_a_reason_and_is_asked_once_more() throws Exception {
        String number = customer("Ann Smith");
        assertThat(send(
                                "service-agents",
                                post("/customers/{n}/changes/leave-alone", number)
                                        .param("confirmed", "true"))
                        .getFlashMap()
                        .get("problem")
                        .toString())
                .contains("a reason is needed");
        String asked = send(
                        "service-agents",
                        post("/customers/{n}/changes/leave-alone", number).param("reason", "Said so on the phone"))
                .getResponse()
                .getContentAsString();
        assertThat(asked).contains("Yes, do it", "Said so on the phone");
        assertThat(standing(number).doNotContact()).isFalse();
        send(
                "service-agents",
                post("/customers/{n}/changes/leave-alone", number)
                        .param("reason", "Said so on the phone")
                        .param("confirmed", "true"));
        assertThat(standing(number).doNotContact()).isTrue();
        assertThat(page("auditors", "/customers/" + number))
                .contains("Does not want to be contacted.", "Said so on the phone", "Not to be contacted any more")
                .containsOnlyOnce("<strong>Not to be contacted any more</strong>");

        send(
                "service-agents",
                post("/customers/{n}/changes/contact-again", number).param("reason", "Changed her mind"));
        assertThat(standing(number).doNotContact()).isFalse();
        assertThat(page("auditors", "/customers/" + number)).contains("May be contacted again", "Changed her mind");
    }

    @Test
    void who_died_or_cheated_is_noted_and_taken_back() throws Exception {
        String number = customer("Ann Smith");
        send(
                "team-leads",
                post("/customers/{n}/changes/fraud", number)
                        .param("reason", "Forged bills")
                        .param("confirmed", "true"));
        assertThat(standing(number).standing()).isEqualTo("fraud");
        assertThat(page("team-leads", "/customers/" + number))
                .contains("Fraud is known or suspected.", "Forged bills", "Noted as a case of fraud");
        send("team-leads", post("/customers/{n}/changes/active", number).param("reason", "It was somebody else"));
        assertThat(standing(number).standing()).isEqualTo("active");
        assertThat(send(
                                "team-leads",
                                post("/customers/{n}/changes/gone", number).param("reason", "x"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_address_that_works_takes_the_place_of_one_that_does_not() throws Exception {
        String number = customer("Ann Smith");
        customers.mailBounced(customers.byNumber(number).orElseThrow().mail());
        assertThat(page("service-agents", "/customers/" + number)).contains("Mail comes back.");
        assertThat(send("service-agents", post("/customers/{n}/mail", number).param("mail", "no address"))
                        .getFlashMap()
                        .get("problem")
                        .toString())
                .contains("no e-mail address");
        String fresh = "fresh-" + number.toLowerCase(Locale.ROOT) + "@example.org";
        send("service-agents", post("/customers/{n}/mail", number).param("mail", fresh));
        assertThat(standing(number).mailBounced()).isFalse();
        assertThat(customers.byNumber(number).orElseThrow().mail()).isEqualTo(fresh);
        assertThat(page("service-agents", "/customers/" + number)).contains("Mail address entered anew");
    }

    // ------------------------------------------------------------ helpers

    private String found(String text) throws Exception {
        return send("service-agents", get("/customers").param("text", text))
                .getResponse()
                .getContentAsString();
    }

    private Standing standing(String number) {
        return customers.standings(List.of(number)).get(number);
    }

    private String customer(String name) {
        String number = "PAGE-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(Locale.ROOT);
        String digits = Long.toString(Math.floorMod(number.hashCode(), 90_000_000L) + 10_000_000L);
        jdbc.sql("insert into customer (number, name, mail, phone) values (?, ?, ?, ?)")
                .params(number, name, number.toLowerCase(Locale.ROOT) + "@example.org", "+4930" + digits)
                .update();
        return number;
    }

    /** Somebody who is in that group only. */
    private String member(String group) {
        String person = "desk-" + group;
        accounts.createIfMissing(
                person, person, "Example", person + "@amends.example", "a rather long secret", List.of(group));
        return person;
    }

    private MvcResult send(String group, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(member(group)).roles(group)).with(csrf()))
                .andReturn();
    }

    private String page(String group, String path) throws Exception {
        return open(group, path).getContentAsString();
    }

    private MockHttpServletResponse open(String group, String path) throws Exception {
        return send(group, get(path)).getResponse();
    }
}
