package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseFiles;
import io.amends.complaint.CustomerVoice;
import io.amends.seal.Seals;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person is erased on the pages, as a service manager does it, and the seals hold. */
@Scenario
@TestPropertySource(properties = {"amends.seal.poll=PT0.5S", "amends.seal.after=PT0S", "amends.seal.late=P1D"})
class ErasureScenarios {

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseFiles files;

    @Autowired
    Seals seals;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staff() {
        Staff.signUp(accounts);
    }

    @Test
    void a_manager_looks_what_would_go_confirms_and_finds_the_person_gone_and_the_chain_whole() throws Exception {
        String mail = "orlando.thistlewhip@example.org";
        String caseNumber =
                desk.complains(desk.complaint(mail).name("Orlando Thistlewhip").build());
        voice.withdrawn(caseNumber, "Never mind, says Orlando Thistlewhip.");
        desk.settle();
        desk.passes(Duration.ofDays(40));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        String customer = files.find(caseNumber).orElseThrow().customerNumber();
        waitFor(() -> seals.of(caseNumber).isPresent());
        assertThat(page("auditor", "auditors", "/api/audit/verify")).contains("\"intact\":true");

        assertThat(page("manager", "service-managers", "/erasures?q=thistlewhip"))
                .contains("Orlando Thistlewhip", "See what would go", customer);
        String plan = page("manager", "service-managers", "/erasures/person?number=" + customer);
        assertThat(plan).contains(caseNumber, "letters", "words of the search", "entry of the directory", "Go on");
        assertThat(page("auditor", "auditors", "/erasures/person?number=" + customer))
                .doesNotContain("Go on");

        MockHttpServletResponse named = send(
                "manager",
                "service-managers",
                post("/erasures/confirm")
                        .param("number", customer)
                        .param("reason", "Orlando Thistlewhip asked for it"));
        assertThat(named.getStatus()).isEqualTo(400);
        assertThat(named.getContentAsString()).contains("Reason must not say who it is about");
        MockHttpServletResponse asked = send(
                "manager",
                "service-managers",
                post("/erasures/confirm").param("number", customer).param("reason", "Asked for it by post"));
        assertThat(asked.getContentAsString()).contains("for good?", "Yes, erase it", "Asked for it by post");
        assertThat(files.mailOf(caseNumber))
                .as("nothing goes before the last word")
                .contains(mail);

        String one = send(
                        "manager",
                        "service-managers",
                        post("/erasures").param("number", customer).param("reason", "Asked for it by post"))
                .getRedirectedUrl();
        waitFor(() -> quietly(one + "/progress").contains("\"over\":true"));

        String done = page("auditor", "auditors", one);
        assertThat(done)
                .contains("finished", caseNumber, "Asked for it by post")
                .doesNotContain("Thistlewhip", mail);
        assertThat(page("manager", "service-managers", "/erasures?q=" + mail)).contains("Nobody fits", "Erased before");
        assertThat(page("agent", "service-agents", "/cases?text=thistlewhip")).contains("No case fits");
        String record = page("agent", "service-agents", "/cases/" + caseNumber);
        assertThat(record)
                .contains("personal data erased", "Personal data erased, erasure ", "Asked for it by post", "Record")
                .doesNotContain("Thistlewhip", mail);
        assertThat(page("agent", "service-agents", "/customers/" + customer))
                .contains("erased")
                .doesNotContain(mail);

        waitFor(() -> verified().contains("\"intact\":true"));
        assertThat(page("auditor", "auditors", "/api/audit/verify")).contains("\"intact\":true");
    }

    @Test
    void who_may_erase_hold_and_remove() throws Exception {
        for (String address : new String[] {"/erasures", "/erasures/holds", "/erasures/retention"}) {
            assertThat(status("manager", "service-managers", get(address))).isEqualTo(200);
            assertThat(status("auditor", "auditors", get(address))).isEqualTo(200);
            for (String group :
                    new String[] {"service-agents", "team-leads", "directors", "retention", "camunda-admin"}) {
                assertThat(status("agent", group, get(address))).as(group).isEqualTo(403);
            }
        }
        for (MockHttpServletRequestBuilder one : new MockHttpServletRequestBuilder[] {
            post("/erasures"),
            post("/erasures/confirm"),
            post("/erasures/holds"),
            post("/erasures/holds/1/release"),
            post("/erasures/retention")
        }) {
            assertThat(send("auditor", "auditors", one).getStatus()).isEqualTo(403);
        }
        assertThat(status("manager", "service-managers", get("/erasures/person?number=nobody")))
                .isEqualTo(404);
        assertThat(status("manager", "service-managers", get("/erasures/999999")))
                .isEqualTo(404);
    }

    @Test
    void a_hold_stands_on_the_case_and_is_released_with_a_reason() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        send(
                "manager",
                "service-managers",
                post("/erasures/holds")
                        .param("caseNumber", caseNumber.toLowerCase(Locale.ROOT))
                        .param("reason", "A court asked"));
        assertThat(page("agent", "service-agents", "/cases/" + caseNumber))
                .contains(">held<", "Held: nothing is erased or removed", "A court asked");
        String holds = page("manager", "service-managers", "/erasures/holds");
        assertThat(holds).contains(caseNumber, "A court asked", "Release it");
        assertThat(page("auditor", "auditors", "/erasures/holds"))
                .contains(caseNumber)
                .doesNotContain("Release it");
        String release = holds.replaceAll("(?s).*?(/erasures/holds/\\d+/release).*", "$1");
        send("manager", "service-managers", post(release).param("reason", ""));
        assertThat(page("manager", "service-managers", "/erasures/holds")).contains("Release it");
        send("manager", "service-managers", post(release).param("reason", "The court is done"));
        assertThat(page("agent", "service-agents", "/cases/" + caseNumber))
                .contains("Hold released", "The court is done")
                .doesNotContain(">held<");
    }

    @Test
    void retention_says_how_long_cases_are_kept_and_whether_one_is_gone() throws Exception {
        assertThat(page("auditor", "auditors", "/erasures/retention")).contains("5 years", "Complaint", "Media crisis");
        assertThat(page("auditor", "auditors", "/erasures/retention?case=CMP-1999-000001"))
                .contains("No case of that number was removed");
    }

    // ------------------------------------------------------------

    private String verified() {
        return quietly("/api/audit/verify");
    }

    private String quietly(String address) {
        try {
            return page("auditor", "auditors", address);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(String name, String group, String address) throws Exception {
        MockHttpServletResponse response =
                browser.perform(get(address).with(as(name, group))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private int status(String name, String group, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(as(name, group)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse send(String name, String group, MockHttpServletRequestBuilder request)
            throws Exception {
        return browser.perform(request.with(as(name, group)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static RequestPostProcessor as(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("ROLE_" + group));
    }

    private static void waitFor(BooleanSupplier it) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!it.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(it.getAsBoolean()).isTrue();
    }
}
