package io.amends.callout;

import static io.amends.callout.CallOutRole.CRISIS_LEAD;
import static io.amends.callout.CallOutRole.LEGAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseDoor;
import io.amends.casefile.CaseFile;
import io.amends.clock.HouseClock;
import io.amends.staff.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the roster and of a case's call-outs: what they show, to whom, and who does what on them (M-3). */
@SpringBootTest(
        classes = {CallOutTestApp.class, CallOutsController.class, RosterController.class},
        properties = {"amends.letter.poll=1h", "camunda.bpm.process-engine-name=calloutpages"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
class CallOutPagesTest {

    @Autowired
    CallRoom room;

    @Autowired
    Roster roster;

    @Autowired
    CallOutTable table;

    @Autowired
    People people;

    @Autowired
    HouseClock clock;

    @Autowired
    MockMvc browser;

    @MockitoBean
    CaseDoor door;

    @BeforeEach
    void open() {
        room.opens();
        room.signUp("agent", "Amy", "service-agents");
        room.signUp("auditor", "Audrey", "auditors");
    }

    @AfterEach
    void close() {
        room.closes();
    }

    // ------------------------------------------------------------ the roster

    @ParameterizedTest
    @CsvSource({
        "media, 200, 302",
        "manager, 200, 302",
        "director, 200, 302",
        "auditor, 200, 403",
        "agent, 403, 403",
        "counsel, 403, 403",
        "admin, 403, 403"
    })
    void the_roster_is_for_who_keeps_it_up_and_auditors_change_nothing(String who, int looks, int changes)
            throws Exception {
        assertThat(open(who, "/call-outs/roster").getStatus()).isEqualTo(looks);
        assertThat(change(who, "add", "legal", "counsel").getStatus()).isEqualTo(changes);
        assertThat(roster.line(LEGAL).contains("counsel")).isEqualTo(changes == 302);
        if (looks == 200) {
            String page = open(who, "/call-outs/roster").getContentAsString();
            assertThat(page.contains("value=\"remove\"")).isEqualTo(changes == 302);
            assertThat(page).contains("href=\"/call-outs\"");
        }
    }

    @Test
    void nothing_changes_without_the_pages_token() throws Exception {
        assertThat(send(
                                "media",
                                post("/call-outs/roster")
                                        .param("change", "add")
                                        .param("role", "legal")
                                        .param("person", "counsel"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(roster.line(LEGAL)).isEmpty();
    }

    @Test
    void the_roster_shows_each_line_warns_of_thin_ones_and_tells_who_changed_what() throws Exception {
        assertThat(page("media", "/call-outs/roster"))
                .contains(
                        "Nobody can be called from this line. Until then these are called, in this order: Leonard Example.");

        change("media", "add", "legal", "counsel");
        assertThat(page("media", "/call-outs/roster"))
                .contains(
                        "Only one person can be called: there is no deputy.",
                        "Legal: Leonard Example was put on the line");

        change("media", "add", "legal", "director");
        change("media", "up", "legal", "director");
        assertThat(roster.line(LEGAL)).containsExactly("director", "counsel");
        change("media", "down", "legal", "director");
        change("media", "remove", "legal", "counsel");
        assertThat(roster.line(LEGAL)).containsExactly("director");
        assertThat(page("media", "/call-outs/roster"))
                .contains("Legal: Leonard Example was taken off the line", "Diana Example was moved back");
    }

    @Test
    void the_roster_warns_of_one_person_for_two_approvals() throws Exception {
        String twice = "Diana Example may be called as crisis lead, too, and nobody approves for two roles.";
        change("media", "add", "director", "director");
        change("media", "add", "crisis-lead", "manager");
        assertThat(page("media", "/call-outs/roster")).doesNotContain(twice);

        change("media", "add", "crisis-lead", "director");
        assertThat(page("media", "/call-outs/roster")).contains(twice);

        change("media", "add", "director", "manager");
        assertThat(page("media", "/call-outs/roster")).doesNotContain(twice);

        change("media", "up", "crisis-lead", "director");
        assertThat(page("media", "/call-outs/roster")).contains(twice);
    }

    @Test
    void the_roster_marks_whoever_comes_first_for_two_roles() throws Exception {
        change("media", "add", "crisis-lead", "manager");
        String both = " is called first as service manager, too, and would have two roles at once.";
        assertThat(page("media", "/call-outs/roster")).contains(both);

        change("media", "add", "crisis-lead", "director");
        change("media", "up", "crisis-lead", "director");
        assertThat(page("media", "/call-outs/roster")).doesNotContain(both);
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        change("media", "add", "king", "counsel");
        change("media", "add", "legal", "nobody");
        change("media", "dance", "legal", "counsel");
        assertThat(roster.line(LEGAL)).isEmpty();
    }

    // ------------------------------------------------------------ a case's call-outs

    @Test
    void the_page_shows_whose_turn_it_is_who_was_called_and_who_has_answered() throws Exception {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = crisis(3);
        assertThat(page("agent", "/call-outs/" + crisis))
                .contains("0 of 5 roles are taken.", "It is the turn of Marcus Example", "has not answered yet")
                .contains("data-version=", "/js/call-outs.js")
                .doesNotContain("I am on it");

        room.passes(Duration.ofMinutes(6));
        room.answers("director", crisis, CRISIS_LEAD);

        assertThat(page("agent", "/call-outs/" + crisis))
                .contains("1 of 5 roles are taken.", "Diana Example is on it, since", "did not answer");
    }

    @Test
    void whoever_is_called_says_here_that_they_are_on_it() throws Exception {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = crisis(2);
        assertThat(page("manager", "/call-outs/" + crisis)).contains("I am on it");
        assertThat(page("director", "/call-outs/" + crisis)).doesNotContain("I am on it");

        answer("director", crisis, "crisis-lead");
        assertThat(table.answeredBy(crisis, "crisis-lead")).isEmpty();
        assertThat(send("manager", post("/call-outs/{n}/answer", crisis).param("role", "crisis-lead"))
                        .getStatus())
                .as("without the page's token")
                .isEqualTo(403);
        answer("manager", crisis, "crisis-lead");

        assertThat(table.answeredBy(crisis, "crisis-lead")).contains("manager");
        assertThat(page("manager", "/call-outs/" + crisis)).contains("Marcus Example is on it");
    }

    @Test
    void whoevers_turn_has_passed_cannot_answer_any_more() throws Exception {
        room.line(CRISIS_LEAD, "manager", "director");
        String crisis = crisis(2);
        room.passes(Duration.ofMinutes(16));

        answer("manager", crisis, "crisis-lead");

        assertThat(table.answeredBy(crisis, "crisis-lead")).isEmpty();
        assertThat(page("manager", "/call-outs/" + crisis)).doesNotContain("data-keep=\"crisis-lead\"");
        assertThat(page("director", "/call-outs/" + crisis)).contains("data-keep=\"crisis-lead\"");
    }

    @Test
    void a_case_that_is_not_theirs_to_read_is_no_case() throws Exception {
        String crisis = crisis(2);
        when(door.read(eq(crisis), any())).thenReturn(Optional.empty());

        MockHttpServletResponse shown = open("counsel", "/call-outs/" + crisis);
        assertThat(shown.getStatus()).isEqualTo(404);
        assertThat(shown.getContentAsString()).contains("No such case").doesNotContain("turn of", crisis);
        assertThat(answer("counsel", crisis, "legal").getStatus()).isEqualTo(404);
        assertThat(table.answeredBy(crisis, "legal")).isEmpty();
        assertThat(browser.perform(get("/call-outs/" + crisis).accept("text/html"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .endsWith("/sign-in");
    }

    @Test
    void a_case_without_call_outs_says_so() throws Exception {
        when(door.read(anyString(), any())).thenReturn(Optional.of(file("MCR-2026-999999")));
        assertThat(page("agent", "/call-outs/MCR-2026-999999")).contains("Nobody has been called out for this case.");
    }

    @Test
    void a_case_that_calls_nobody_out_has_no_such_page() throws Exception {
        CaseFile complaint = new CaseFile(
                "CMP-2026-999999", "complaint", null, null, "product", "open", null, null, null, clock.instant(), null);
        when(door.read(eq("CMP-2026-999999"), any())).thenReturn(Optional.of(complaint));
        assertThat(open("agent", "/call-outs/CMP-2026-999999").getStatus()).isEqualTo(404);
        assertThat(answer("agent", "CMP-2026-999999", "legal").getStatus()).isEqualTo(404);
    }

    @Test
    void the_list_has_what_runs_and_the_numbers_under_which_people_are_reached() throws Exception {
        room.line(CRISIS_LEAD, "manager", "director");
        assertThat(send(
                                "media",
                                post("/call-outs/roster")
                                        .param("change", "phone")
                                        .param("role", "crisis-lead")
                                        .param("person", "manager")
                                        .param("phone", "+49 30 1234567")
                                        .with(csrf()))
                        .getStatus())
                .isEqualTo(302);
        assertThat(page("media", "/call-outs/roster"))
                .contains("tel:+49 30 1234567", "the number of Marcus Example was changed");
        assertThat(roster.phone("crisis-lead", "manager", "call me", "media")).isFalse();

        String crisis = crisis(2);
        assertThat(page("media", "/call-outs"))
                .contains(crisis, "It is the turn of Marcus Example", "+49 30 1234567", "/call-outs/roster");
        assertThat(page("media", "/call-outs/" + crisis)).contains("+49 30 1234567");
        assertThat(page("agent", "/call-outs")).contains(crisis).doesNotContain("/call-outs/roster");
        when(door.read(eq(crisis), any())).thenReturn(Optional.empty());
        assertThat(page("agent", "/call-outs")).doesNotContain(crisis);
    }

    @Test
    void a_line_offers_only_who_fits_the_role() throws Exception {
        assertThat(page("media", "/call-outs/roster")).doesNotContain("Amy Example");
        change("media", "add", "legal", "agent");
        change("media", "add", "legal", "manager");
        assertThat(roster.line(LEGAL)).isEmpty();
    }

    private String crisis(int level) {
        String crisis = room.crisis(level);
        when(door.read(eq(crisis), any())).thenReturn(Optional.of(file(crisis)));
        return crisis;
    }

    private CaseFile file(String number) {
        return new CaseFile(
                number, "media-crisis", null, null, "Broken boxes", "open", null, null, null, clock.instant(), null);
    }

    private MockHttpServletResponse change(String who, String change, String role, String person) throws Exception {
        return send(
                who,
                post("/call-outs/roster")
                        .param("change", change)
                        .param("role", role)
                        .param("person", person)
                        .with(csrf()));
    }

    private MockHttpServletResponse answer(String who, String crisis, String role) throws Exception {
        return send(
                who, post("/call-outs/{n}/answer", crisis).param("role", role).with(csrf()));
    }

    private String page(String who, String address) throws Exception {
        MockHttpServletResponse shown = open(who, address);
        assertThat(shown.getStatus()).isEqualTo(200);
        return shown.getContentAsString();
    }

    private MockHttpServletResponse open(String who, String address) throws Exception {
        return send(who, get(address));
    }

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) throws Exception {
        List<String> groups = people.groupsOf(who);
        return browser.perform(request.accept("text/html").with(user(who).roles(groups.toArray(String[]::new))))
                .andReturn()
                .getResponse();
    }
}
