package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amends.callout.CallOuts;
import io.amends.callout.Roster;
import io.amends.casefile.CaseDetails;
import io.amends.clock.CaseClock;
import io.amends.letter.LetterView;
import io.amends.mediaregister.MediaKeeper;
import io.amends.mediaregister.MediaRegister;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import io.amends.staff.People;
import io.amends.staff.StaffAccounts;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What happens when the media report on us, until it is over and we have learnt from it (M-1 to M-16). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaCrisisScenarios {

    static final Set<String> DIAGRAMS = Set.of(
            "media-crisis",
            "call-out",
            "holding-statement",
            "return-call",
            "prepare-answer",
            "speak",
            "watching",
            "wrong-report",
            "public-update",
            "last-word",
            "after-action");

    private static final String EXERCISE = "exercise@amends.example";
    private static final String SPOKESPERSON = "spokesperson";
    private static final String ACKNOWLEDGE = "Task_AcknowledgeCallOut";
    private static final String RECORD = "Task_RecordCoverage";
    private static final String MESSAGES = "Task_SetMessages";
    private static final Map<String, Object> SIGNED = signed("messagesDecision");
    private static final Map<String, Object> STATEMENT_SIGNED = signed("statementDecision");

    /** When we speak next, in what is told without it. */
    private static final Duration LATER = Duration.ofDays(20);

    private int told;
    /** One post office takes the mail of all databases, so no two papers of any of them share an address. */
    private static int papers;

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    People people;

    @Autowired
    Roster roster;

    @Autowired
    CallOuts callOuts;

    @Autowired
    MediaKeeper keeper;

    @Autowired
    MediaRegister register;

    @Autowired
    Promises promises;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc browser;

    /** Two people of an outlet. */
    private record Paper(String id, String name, String reporter, String reporterMail, String editorMail) {
        String reporterId() {
            return id + "-reporter";
        }

        String editorId() {
            return id + "-editor";
        }
    }

    @BeforeAll
    void theHouseIsReady() {
        Staff.signUp(accounts);
        accounts.createIfMissing(
                "allrounder",
                "Allrounder",
                "Example",
                "allrounder@amends.example",
                "a rather long secret",
                List.of("communications", "legal"));
        line("crisis-lead", "lead", "manager", "director");
        line("communications", "media");
        line("legal", "legal");
        line("service-manager", "manager");
        line("director", "director");
        keeper.enlist(SPOKESPERSON, desk.today(), "manager");
        keeper.enlist("director", desk.today().minusYears(2), "manager");
    }

    private void line(String role, String... line) {
        for (String person : line) {
            assertThat(roster.add(role, person, "manager")).isTrue();
        }
    }

    @BeforeEach
    void oneMoreIsTold() {
        told++;
    }

    /** Whom nobody answers is called again and again through all the time that the next scenario takes. */
    @AfterEach
    void what_is_left_open_is_left_at_that() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .processDefinitionKeyIn("media-crisis", "complaint")
                .list()
                .forEach(open -> desk.as("admin", () -> runtime.deleteProcessInstance(open.getId(), "told")));
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_the_diagrams_was_visited() {
        long scenarios = Arrays.stream(MediaCrisisScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements()).containsAll(Elements.of(DIAGRAMS));
        }
    }

    // ------------------------------------------------------------ the whole way

    @Test
    void a_complaint_becomes_a_crisis_that_is_answered_with_one_voice_until_it_is_over() {
        String complaint = desk.complains(
                desk.complaint(desk.somebody()).safetyRisk().mediaThreat().build());
        String crisis = crisisOver(complaint);
        assertThat(level(crisis)).isEqualTo(3);
        assertThat(desk.file(crisis).severity()).isEqualTo("S1");
        Instant begun = desk.now();

        Paper paper = paper();
        Map<String, Object> report = event(paper, "Kettles burst, " + paper.name(), "critical", "regional");
        report.put("complaintCase", complaint);
        assertThat(registers(report)).as("it is the same story").isEqualTo(crisis);

        // the crisis lead does not answer, and the deputy does
        assertThat(called(crisis)).containsExactlyInAnyOrder("lead", "media", "legal", "manager", "director");
        List.of("media", "legal", "manager", "director").forEach(who -> answers(who, crisis));
        desk.passes(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(called(crisis)).containsExactly("manager");
        answers("manager", crisis);
        assertThat(callOuts.answeredBy(crisis, "crisis-lead")).contains("manager");

        // the holding statement leaves within the hour
        releasesStatement(crisis);
        assertThat(desk.now()).isBefore(begun.plus(Duration.ofHours(1)));
        assertThat(PostOffice.subjectsFor(paper.reporterMail())).hasSize(1);
        MimeMessage read = lastMail(paper.reporterMail());
        assertThat(PostOffice.subjectsFor(paper.reporterMail()) + PostOffice.text(read))
                .as("what colleagues call the matter stays in the house")
                .doesNotContainIgnoringCase("threat")
                .doesNotContain(complaint);
        assertThat(desk.clock(crisis, "holding-statement").met()).isNotNull();

        finds(crisis, List.of());
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We are sorry.\nWe take every kettle back.");
        desk.does(
                "legal",
                crisis,
                "Task_ApproveAsLegal",
                Map.of("messagesDecision", "send-back", "sendBackReason", "Say how to send it back."));
        // nobody decides on words that go back anyway
        assertThat(desk.openTasks(crisis)).containsExactly(MESSAGES);
        assertThat(desk.shownBy(crisis, MESSAGES).toString()).contains("Say how to send it back.");
        setsMessages(crisis, "We are sorry.\nWe take every kettle back, free of charge.");
        approves(crisis);
        choosesWays(crisis, List.of("press-release", "interview"), paper);

        desk.does("media", crisis, "Task_WriteText", text());
        assertThat(desk.letters(crisis))
                .as("nothing leaves unread by somebody else")
                .doesNotContain("press-release");
        desk.does(
                "legal",
                crisis,
                "Task_ApproveText",
                Map.of("textDecision", "send-back", "textReason", "Name the hotline."));
        assertThat(desk.shownBy(crisis, "Task_WriteText").toString()).contains("Name the hotline.");
        desk.does("media", crisis, "Task_WriteText", text());
        desk.does("legal", crisis, "Task_ApproveText", signed("textDecision"));
        assertThat(desk.lettersOf(crisis, "press-release"))
                .extracting(LetterView::recipient)
                .containsExactly(paper.reporterMail());
        assertThat(PostOffice.text(lastMail(paper.reporterMail()))).contains("We take back every kettle");
        assertThat(desk.assigneeOf(crisis, "Task_Speak")).isEqualTo(SPOKESPERSON);
        Map<String, Object> talk = talk();
        talk.put("promisedWhat", "Send the paper the list of batches");
        talk.put("promisedGroup", "communications");
        talk.put("promisedDue", desk.today().plusDays(5).toString());
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk);
        assertThat(promises.of(crisis)).singleElement().satisfies(promise -> {
            assertThat(promise.to()).isEqualTo(PromisedTo.MEDIA);
        });
        assertThat(pageOf(crisis)).contains("Send the paper the list of batches", "a journalist");
        desk.keepsPromise("media", crisis);

        isWrong(crisis, paper);
        desk.does("media", crisis, "Task_TakeUpWithJournalist", asks());
        assertThat(desk.lettersOf(crisis, "correction")).hasSize(1);
        assertThat(PostOffice.text(lastMail(paper.reporterMail()))).contains("All kettles leak");
        corrected(crisis);
        assertThat(desk.steps(crisis)).contains("EndEvent_ReportCorrected");

        coverage(crisis, 4, 10, 8, 1, 3, "no");
        coverage(crisis, 4, 6, 3, 2, 1, "no");
        desk.passes(Duration.ofHours(4).plusSeconds(1));
        assertThatThrownBy(() -> records(crisis, 1, 0, 1, 0, "yes"))
                .as("nobody knows on the first day")
                .hasStackTraceContaining("within a day of the first report");
        recordsThatItGoesOn(crisis, 5, 4);
        for (int reports = 4; reports > 1; reports--) {
            desk.passes(Duration.ofHours(4).plusSeconds(1));
            recordsThatItGoesOn(crisis, reports, reports - 1);
        }
        coverage(crisis, 4, 1, 0, 1, 0, "yes");
        coverage(crisis, 4, 0, 0, 0, 0, "yes");
        int heard = PostOffice.subjectsFor(paper.reporterMail()).size();
        saysLastWord(crisis);
        assertThat(PostOffice.subjectsFor(paper.reporterMail())).hasSize(heard + 1);
        assertThat(PostOffice.text(lastMail(paper.reporterMail()))).contains("Every kettle has come back");
        assertThat(desk.lettersOf(crisis, "stand-down"))
                .extracting(LetterView::recipient)
                .contains("manager@amends.example")
                .doesNotContain(paper.reporterMail());

        reviews(crisis);
        desk.keepsPromise("media", crisis);
        desk.keepsPromise("media", crisis);
        assertThat(closedAs(crisis)).isEqualTo("over");
        assertThat(linksOf(crisis)).contains(complaint);
        assertThat(linksOf(complaint)).contains(crisis);
        assertThat(pageOf(crisis)).contains(complaint);
        assertThat(pageOf(complaint)).contains(crisis).doesNotContain("To the media");
        assertThat(lettersShown(crisis).split("To colleagues"))
                .as("what the media were told does not drown among call-outs")
                .satisfiesExactly(
                        toMedia -> assertThat(toMedia)
                                .contains(
                                        "To the media", "A statement from", "Press release: We take", "Our last update")
                                .doesNotContain("Call out"),
                        others -> assertThat(others)
                                .contains("Call out")
                                .doesNotContain("A statement from", "Press release: ", "Our last update"));
    }

    // ------------------------------------------------------------ how bad it is (M-2)

    @Test
    void what_is_only_local_and_neutral_is_watched_and_needs_no_letter_and_no_review() {
        String crisis = registers(event(paper(), "A note on kettles " + papers, "neutral", "local"));
        assertThat(level(crisis)).isEqualTo(1);
        assertThat(desk.openTasks(crisis)).isEmpty();
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        assertThat(closedAs(crisis)).isEqualTo("watched-only");
        assertThat(desk.letters(crisis)).isEmpty();
    }

    @Test
    void what_was_only_watched_is_answered_when_somebody_raises_the_level() {
        String crisis = registers(event(paper(), "A whisper of kettles " + papers, "neutral", "local"));
        raises(crisis, "respond");
        assertThat(level(crisis)).isEqualTo(2);
        assertThat(called(crisis)).contains("lead", "media", "legal", "manager");
        assertThat(desk.openTasks(crisis)).contains("Task_WriteStatement", "Task_FindFacts");
    }

    @Test
    void a_level_is_raised_and_lowered_by_people_and_calls_whoever_is_missing() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Up and down " + papers, "critical", "regional"));
        assertThat(level(crisis)).isEqualTo(2);
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        raises(crisis, "crisis");
        assertThat(desk.file(crisis).severity()).isEqualTo("S1");
        assertThat(priorities(crisis))
                .as("open work too is now the most urgent")
                .containsOnly(80);
        assertThat(called(crisis)).containsExactly("director");
        answers("director", crisis);
        raises(crisis, "respond");
        assertThat(level(crisis)).isEqualTo(2);
        assertThat(desk.file(crisis).severity()).isEqualTo("S2");
        assertThat(priorities(crisis)).containsOnly(60);
        assertThat(called(crisis)).isEmpty();
    }

    @Test
    void a_second_event_joins_and_may_raise_the_level_but_never_lowers_it() {
        Paper paper = paper();
        String title = "The same kettles " + papers;
        String crisis = registers(event(paper, title, "critical", "regional"));
        assertThat(registers(event(paper(), title, "hostile", "national"))).isEqualTo(crisis);
        assertThat(level(crisis)).isEqualTo(3);
        assertThat(called(crisis)).contains("director");
        List.of("lead", "media", "legal", "manager", "director").forEach(who -> answers(who, crisis));
        assertThat(registers(event(paper(), title.toUpperCase(Locale.ROOT), "neutral", "local")))
                .isEqualTo(crisis);
        assertThat(level(crisis)).isEqualTo(3);
    }

    @Test
    void a_further_call_is_logged_on_the_page_of_the_crisis_and_is_returned_too() {
        Paper paper = paper();
        String crisis = registers(event(paper, "One thing after another " + papers, "neutral", "local"));
        acts(
                crisis,
                "log-event",
                Map.of(
                        "option", "call",
                        "text", "They ask whether kettles are called back.",
                        "field-outlet", paper.name(),
                        "field-journalist", paper.reporter(),
                        "field-reach", "regional",
                        "field-tone", "critical",
                        "field-deadline", in(Duration.ofHours(3))));
        assertThat(level(crisis)).as("in doubt the higher").isEqualTo(2);
        assertThat(desk.openTasks(crisis)).contains("Task_ReturnCall");
        assertThat(pageOf(crisis))
                .contains("They ask whether kettles are called back.")
                .as("nobody types from memory what the register knows")
                .contains(
                        "list=\"log-event-outlet-known\"",
                        "<option value=\"" + paper.name() + "\"></option>",
                        "<option value=\"" + paper.reporter() + "\">" + paper.name() + "</option>");
    }

    @Test
    void what_turns_out_to_be_a_hoax_lets_everybody_go_and_is_only_watched() {
        String crisis = registers(event(paper(), "A hoax " + papers, "critical", "regional"));
        answers("legal", crisis);
        raises(crisis, "crisis");
        assertThat(called(crisis)).containsExactlyInAnyOrder("lead", "media", "manager", "director");
        raises(crisis, "watch");
        assertThat(level(crisis)).isEqualTo(1);
        assertThat(desk.openTasks(crisis)).isEmpty();
        assertThat(desk.clock(crisis, "holding-statement").running()).isFalse();
        assertThat(desk.steps(crisis)).contains("BoundaryEvent_AnswerTakenBack");
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        assertThat(closedAs(crisis)).isEqualTo("watched-only");
    }

    // ------------------------------------------------------------ who comes (M-3)

    @Test
    void the_call_goes_down_the_line_and_from_the_top_again_until_somebody_answers() {
        String crisis = registers(event(paper(), "Nobody answers " + papers, "hostile", "national"));
        List.of("media", "legal", "manager", "director").forEach(who -> answers(who, crisis));
        for (String next : List.of("lead", "manager", "director", "lead")) {
            assertThat(called(crisis)).containsExactly(next);
            if (!next.equals("lead") || callsOf(crisis) < 4) {
                desk.passes(Duration.ofMinutes(5).plusSeconds(1));
            }
        }
        answers("lead", crisis);
        assertThat(callOuts.answeredBy(crisis, "crisis-lead")).contains("lead");
        assertThat(callsOf(crisis)).isEqualTo(4);
    }

    @Test
    void where_nobody_can_be_called_the_house_looks_again_when_the_window_is_over() {
        jdbc.sql("delete from call_out_roster where role = 'director'").update();
        jdbc.sql("update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'process-owners' where GROUP_ID_ = 'directors'")
                .update();
        try {
            String crisis = registers(event(paper(), "No director " + papers, "hostile", "national"));
            assertThat(called(crisis)).doesNotContain("director");
            jdbc.sql("update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'directors' where USER_ID_ = 'director'")
                    .update();
            line("director", "director");
            desk.passes(Duration.ofMinutes(5).plusSeconds(1));
            assertThat(called(crisis)).contains("director");
            answers("director", crisis);
        } finally {
            jdbc.sql("update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'directors' where USER_ID_ = 'director'")
                    .update();
            line("director", "director");
        }
    }

    // ------------------------------------------------------------ what is said at once (M-4, M-5)

    @Test
    void a_statement_is_never_approved_by_who_wrote_it_and_goes_back_with_a_reason() {
        String crisis = registers(event(paper(), "Four eyes " + papers, "critical", "regional"));
        desk.does("allrounder", crisis, "Task_WriteStatement", statement());
        assertThatThrownBy(() -> desk.does("allrounder", crisis, "Task_ApproveStatementAsLegal", STATEMENT_SIGNED))
                .hasStackTraceContaining("somebody other than who proposed");
        desk.does(
                "legal",
                crisis,
                "Task_ApproveStatementAsLegal",
                Map.of("statementDecision", "send-back", "statementReason", "Leave the number out."));
        assertThat(desk.openTasks(crisis)).doesNotContain("Task_ApproveStatementAsCrisisLead");
        desk.does("allrounder", crisis, "Task_WriteStatement", statement());
        approvesStatement(crisis);
        assertThat(desk.occurrences(crisis, "holding-statement")).containsExactly("2");
    }

    @Test
    void a_statement_is_signed_by_legal_and_the_crisis_lead_who_may_answer_only_now() {
        String crisis = registers(event(paper(), "Never list " + papers, "critical", "regional"));
        desk.does("media", crisis, "Task_WriteStatement", statement());
        assertThatThrownBy(() -> desk.does(
                        "legal",
                        crisis,
                        "Task_ApproveStatementAsLegal",
                        Map.of("statementDecision", "approve", "neverLie", true)))
                .hasStackTraceContaining("neverNoComment");
        desk.does("legal", crisis, "Task_ApproveStatementAsLegal", STATEMENT_SIGNED);
        assertThat(desk.letters(crisis)).doesNotContain("holding-statement");
        assertThat(desk.assigneeOf(crisis, "Task_ApproveStatementAsCrisisLead")).isNull();
        answers("lead", crisis);
        assertThat(desk.assigneeOf(crisis, "Task_ApproveStatementAsCrisisLead")).isEqualTo("lead");
        desk.does("lead", crisis, "Task_ApproveStatementAsCrisisLead", STATEMENT_SIGNED);
        assertThat(desk.letters(crisis)).contains("holding-statement");
    }

    @Test
    void a_statement_with_no_comment_in_it_gets_a_hint_once() {
        String crisis = registers(event(paper(), "No comment " + papers, "critical", "regional"));
        Map<String, Object> silent = new HashMap<>(statement());
        silent.put("statementKnow", "No comment for now.");
        assertThatThrownBy(() -> desk.does("media", crisis, "Task_WriteStatement", silent))
                .hasStackTraceContaining("Before the media read this:")
                .hasStackTraceContaining("no comment");
        desk.does("media", crisis, "Task_WriteStatement", silent);
        assertThat(desk.openTasks(crisis)).contains("Task_ApproveStatementAsLegal");
    }

    @Test
    void legal_crisis_lead_and_director_are_three_people() {
        String crisis = registers(event(paper(), "Three people " + papers, "hostile", "national"));
        desk.does("media", crisis, "Task_WriteStatement", statement());
        desk.does("director", crisis, "Task_ApproveStatementAsCrisisLead", STATEMENT_SIGNED);
        assertThatThrownBy(() -> desk.does("director", crisis, "Task_ApproveStatementAsDirector", STATEMENT_SIGNED))
                .hasStackTraceContaining("director Example has decided as crisis lead already");
        accounts.createIfMissing(
                "director2",
                "Dora",
                "Director",
                "director2@amends.example",
                "a rather long secret",
                List.of("directors"));
        desk.does("legal", crisis, "Task_ApproveStatementAsLegal", STATEMENT_SIGNED);
        desk.does("director2", crisis, "Task_ApproveStatementAsDirector", STATEMENT_SIGNED);
        assertThat(desk.letters(crisis)).contains("holding-statement");
    }

    @Test
    void a_statement_that_does_not_leave_within_the_hour_calls_for_help() {
        String crisis = registers(event(paper(), "Too slow " + papers, "critical", "regional"));
        desk.neglects(crisis, "Task_WriteStatement");
        releasesStatement(crisis);
        assertThat(desk.clock(crisis, "holding-statement").met()).isNotNull();
    }

    @Test
    void a_statement_that_is_written_once_more_has_an_hour_of_its_own() {
        String crisis = registers(event(paper(), "Once more " + papers, "critical", "regional"));
        releasesStatement(crisis);
        assertThat(desk.clock(crisis, "holding-statement").running()).isFalse();
        desk.as("admin", () -> runtime.createProcessInstanceModification(
                        Objects.requireNonNull(desk.file(crisis).processInstanceId()))
                .startBeforeActivity("CallActivity_HoldingStatement")
                .execute());
        desk.settle();
        desk.neglects(crisis, "Task_WriteStatement");
        releasesStatement(crisis);
        assertThat(desk.occurrences(crisis, "holding-statement")).containsExactly("1", "2");
    }

    @Test
    void a_deadline_that_has_passed_starts_breached_and_says_so() throws Exception {
        Paper paper = paper();
        String answer = browser.perform(api("/api/media-events", """
                        {"title": "Too late %s", "kind": "call", "outlet": "%s", "journalist": "%s", "claim": "It leaks.",
                         "reach": "regional", "tone": "critical", "deadline": "%s"}""".formatted(
                                papers, paper.id(), paper.reporter(), desk.now().minus(Duration.ofMinutes(10)))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.deadlinePassed").value(true))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String crisis = JsonPath.read(answer, "$.caseNumber");
        desk.settle();
        assertThat(desk.clock(crisis, "holding-statement").due()).isBefore(desk.now());
        assertThat(desk.letters(crisis)).contains("escalation");
        releasesStatement(crisis);
    }

    @Test
    void a_journalist_who_was_not_reached_is_called_again_and_the_call_is_kept_in_the_register() {
        Paper paper = paper();
        Map<String, Object> call = event(paper, "A call " + papers, "neutral", "local");
        call.put("kind", "call");
        String crisis = registers(call);
        desk.does("media", crisis, "Task_ReturnCall", Map.of("pressResult", "not-reached"));
        desk.does(
                SPOKESPERSON,
                crisis,
                "Task_ReturnCall",
                Map.of("pressResult", "reached", "pressSaid", "We look into it and call again."));
        assertThat(desk.openTasks(crisis)).isEmpty();
        assertThat(register.person(paper.reporterId()).orElseThrow().lastContact())
                .isNotNull();
    }

    @Test
    void whoever_calls_back_is_shown_what_was_approved_and_never_a_draft() {
        Map<String, Object> call = event(paper(), "What may I say " + papers, "critical", "regional");
        call.put("kind", "call");
        String crisis = registers(call);
        desk.does("media", crisis, "Task_WriteStatement", statement());
        assertThat(desk.shownBy(crisis, "Task_ReturnCall")).doesNotContainKey("toldStatement");
        approvesStatement(crisis);
        assertThat(desk.shownBy(crisis, "Task_ReturnCall").get("toldStatement"))
                .asString()
                .contains("Some kettles may leak.");
    }

    @Test
    void what_comes_after_the_stand_down_begins_a_crisis_of_its_own() {
        Paper paper = paper();
        String title = "It comes again " + papers;
        String crisis = registers(event(paper, title, "critical", "regional"));
        answersTheMedia(crisis, paper);
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        String next = registers(event(paper, title, "hostile", "national"));
        assertThat(next).isNotEqualTo(crisis);
        assertThat(called(next)).contains("director");
    }

    @Test
    void a_journalist_who_is_not_called_back_in_time_makes_the_house_call_for_help() {
        Map<String, Object> call = event(paper(), "No call back " + papers, "neutral", "local");
        call.put("kind", "call");
        String crisis = registers(call);
        desk.neglects(crisis, "Task_ReturnCall");
        desk.does(
                "media",
                crisis,
                "Task_ReturnCall",
                Map.of("pressResult", "reached", "pressSaid", "Sorry that it took so long."));
        assertThat(desk.steps(crisis)).contains("EndEvent_HelpOver");
    }

    // ------------------------------------------------------------ one voice (M-6 to M-9)

    @Test
    void nobody_speaks_who_is_party_to_the_matter_or_not_trained_and_nobody_approves_their_own_words() {
        Paper paper = paper();
        String crisis = registers(event(paper, "One voice " + papers, "critical", "regional"));
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        releasesStatement(crisis);
        accounts.createIfMissing(
                "insider",
                "Insider",
                "Example",
                "insider@amends.example",
                "a rather long secret",
                List.of("spokespersons"));
        keeper.enlist("insider", desk.today(), "manager");
        finds(crisis, List.of("insider"));
        assertThatThrownBy(
                        () -> desk.does("media", crisis, "Task_ChooseSpokesperson", Map.of("spokesperson", "director")))
                .hasStackTraceContaining("director Example");
        assertThatThrownBy(
                        () -> desk.does("media", crisis, "Task_ChooseSpokesperson", Map.of("spokesperson", "insider")))
                .hasStackTraceContaining("is party to the matter");
        choosesSpokesperson(crisis);
        assertThatThrownBy(() -> setsMessages(crisis, "One\nTwo\nThree\nFour\nFive\nSix"))
                .hasStackTraceContaining("holds 6");
        desk.reassign(crisis, MESSAGES, "allrounder");
        desk.does("allrounder", crisis, MESSAGES, messages("We look into it."));
        assertThatThrownBy(() -> desk.does("allrounder", crisis, "Task_ApproveAsLegal", SIGNED))
                .hasStackTraceContaining("somebody other than who proposed");
        desk.does("legal", crisis, "Task_ApproveAsLegal", SIGNED);
        desk.does("lead", crisis, "Task_ApproveAsCrisisLead", SIGNED);
        assertThat(desk.openTasks(crisis)).containsExactly("Task_ChooseWays");
    }

    @Test
    void each_way_to_speak_has_its_own_people_and_an_exclusive_only_one() {
        Paper one = paper();
        Paper other = paper();
        String crisis = registers(event(one, "Own people " + papers, "critical", "regional"));
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        releasesStatement(crisis);
        finds(crisis, List.of());
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We look into it.");
        approves(crisis);
        Map<String, Object> chosen = new HashMap<>(Map.of(
                "chosenWays",
                List.of("exclusive", "briefing"),
                "briefingTo",
                List.of(one.reporterId(), other.editorId())));
        assertThatThrownBy(() -> desk.does("media", crisis, "Task_ChooseWays", Map.copyOf(chosen)))
                .hasStackTraceContaining("exclusiveTo");
        chosen.put("exclusiveTo", other.reporterId());
        desk.does("media", crisis, "Task_ChooseWays", chosen);
        assertThat(jdbc.sql(
                                "select person_id from chosen_way_recipient where case_number = ? order by place, person_id")
                        .param(crisis)
                        .query(String.class)
                        .list())
                .containsExactly(other.reporterId(), one.reporterId(), other.editorId());
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk());
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk());
        assertThat(register.person(other.editorId()).orElseThrow().lastContact())
                .isNotNull();
        assertThat(register.person(one.editorId()).orElseThrow().lastContact()).isNull();
    }

    @Test
    void whoever_reads_chinese_gets_the_chinese_text_and_without_one_an_english_letter() {
        Paper paper = paper();
        String mail = "zh-" + papers + "@press.example";
        keeper.add(List.of(new MediaKeeper.Entry(
                new MediaKeeper.NewOutlet(paper.id(), paper.name(), "newspaper", null, null),
                new MediaKeeper.NewPerson(paper.id() + "-zh", "王记者", "journalist", null, null, mail, "zh-CN"))));
        String crisis = registers(event(paper, "Two languages " + papers, "critical", "regional"));
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        releasesStatement(crisis);
        assertThat(PostOffice.text(lastMail(mail))).contains("Dear", "Some kettles may leak.");
        finds(crisis, List.of());
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We look into it.");
        approves(crisis);
        desk.does(
                "media",
                crisis,
                "Task_ChooseWays",
                Map.of(
                        "chosenWays",
                        List.of("press-release"),
                        "pressReleaseTo",
                        List.of(paper.reporterId(), paper.id() + "-zh")));
        assertThat(desk.shownBy(crisis, "Task_WriteText").toString()).contains("王记者");
        Map<String, Object> text = new HashMap<>(text());
        text.put("headlineZh", "我们召回电热水壶");
        assertThatThrownBy(() -> desk.does("media", crisis, "Task_WriteText", Map.copyOf(text)))
                .hasStackTraceContaining("pressTextZh");
        text.put("pressTextZh", "我们免费召回全部电热水壶，并为每位用户更换新品。");
        desk.does("media", crisis, "Task_WriteText", text);
        desk.does("manager", crisis, "Task_ApproveText", signed("textDecision"));
        assertThat(PostOffice.text(lastMail(mail)))
                .contains("我们免费召回全部电热水壶", "您好")
                .doesNotContain("We take back");
        assertThat(PostOffice.text(lastMail(paper.reporterMail()))).contains("We take back every kettle");
    }

    @Test
    void an_outlet_that_nobody_knows_is_refused_by_name() throws Exception {
        browser.perform(api("/api/media-events", """
                        {"title": "Unknown", "kind": "mention", "outlet": "The Unheard Post", "claim": "It leaks.",
                         "reach": "regional", "tone": "critical"}"""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("outlet"))
                .andExpect(jsonPath("$.reason").value(containsString("The Unheard Post")));
    }

    @Test
    void each_step_of_an_answer_that_is_late_calls_for_help() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Late all along " + papers, "critical", "regional"));
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        releasesStatement(crisis);
        desk.neglects(crisis, "Task_FindFacts");
        finds(crisis, List.of());
        desk.neglects(crisis, "Task_ChooseSpokesperson");
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We look into it.");
        approves(crisis);
        choosesWays(crisis, List.of("interview"), paper);
        desk.neglects(crisis, "Task_Speak");
        Map<String, Object> talk = talk();
        talk.putAll(Map.of(
                "promisedWhat", "We send them our test report.",
                "promisedGroup", "communications",
                "promisedDue", desk.today().plusDays(3).toString()));
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk);
        desk.keepsPromise("media", crisis);
        assertThat(desk.steps(crisis)).contains("EndEvent_PromiseKept");
        desk.passes(Duration.ofHours(24).plusSeconds(1));
        desk.neglects(crisis, RECORD);
        records(crisis, 3, 0, 3, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        saysLastWord(crisis);
        desk.neglects(crisis, "Task_DraftReview");
        reviews(crisis);
        assertThat(desk.openTasks(crisis)).contains("Task_KeepPromise");
    }

    // ------------------------------------------------------------ wrong reports (M-11)

    @Test
    void the_editor_is_asked_only_after_a_day_and_a_report_that_nobody_corrects_stands() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Wrong " + papers, "neutral", "local"));
        isWrong(crisis, paper);
        desk.neglects(crisis, "Task_TakeUpWithJournalist");
        desk.does("media", crisis, "Task_TakeUpWithJournalist", asks());
        desk.passes(Duration.ofHours(23));
        assertThat(desk.openTasks(crisis)).doesNotContain("Task_GoToEditor");
        desk.passes(Duration.ofHours(2));
        assertThat(desk.shownBy(crisis, "Task_GoToEditor").toString())
                .contains("Please write that three kettles leaked.");
        desk.does("media", crisis, "Task_GoToEditor", toEditor(paper));
        assertThat(desk.lettersOf(crisis, "correction"))
                .extracting(LetterView::recipient)
                .containsExactly(paper.reporterMail(), paper.editorMail());
        desk.passes(Duration.ofDays(3).plusHours(1));
        assertThat(desk.steps(crisis)).contains("EndEvent_ReportStands");
        assertThat(desk.steps(crisis)).doesNotContain("EndEvent_ReportCorrected");
    }

    @Test
    void a_report_is_corrected_at_once_or_by_the_editor() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Wrong again " + papers, "neutral", "local"));
        isWrong(crisis, paper);
        desk.does("media", crisis, "Task_TakeUpWithJournalist", Map.of("journalistSays", "corrected"));
        assertThat(desk.letters(crisis)).doesNotContain("correction");
        isWrong(crisis, paper);
        desk.does("media", crisis, "Task_TakeUpWithJournalist", asks());
        desk.passes(Duration.ofHours(25));
        desk.does("media", crisis, "Task_GoToEditor", toEditor(paper));
        corrected(crisis);
        assertThat(desk.steps(crisis)).contains("IntermediateEvent_CorrectedByEditor");
    }

    // ------------------------------------------------------------ until it is over (M-12 to M-15)

    @Test
    void three_rounds_without_anything_good_make_the_house_think_its_messages_over() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Think again " + papers, "critical", "regional"));
        answersTheMedia(crisis, paper);
        for (int round = 0; round < 3; round++) {
            coverage(crisis, 24, 9, 9, 0, 3, "no");
        }
        assertThat(desk.openTasks(crisis)).containsExactly("Task_ChooseSpokesperson");
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We were wrong, and we are sorry.");
        approves(crisis);
        choosesWays(crisis, List.of("briefing"), paper);
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk());
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        assertThat(desk.file(crisis).state()).isEqualTo("open");
    }

    @Test
    void a_round_begins_anew_with_its_own_rhythm_when_the_level_changes_in_between() {
        Paper paper = paper();
        String crisis = registers(event(paper, "New rhythm " + papers, "critical", "regional"));
        answersTheMedia(crisis, paper);
        raises(crisis, "crisis");
        desk.passes(Duration.ofHours(4).plusSeconds(1));
        assertThat(desk.openTasks(crisis)).contains(RECORD);
    }

    @Test
    void the_public_hears_again_when_it_was_told_and_each_update_names_the_next() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Updates " + papers, "critical", "regional"));
        desk.does("media", crisis, "Task_WriteStatement", statement(Duration.ofHours(4)));
        approvesStatement(crisis);
        desk.comes(Objects.requireNonNull(desk.clock(crisis, "public-update").warnAt()));
        desk.does("allrounder", crisis, "Task_WriteUpdate", update());
        assertThatThrownBy(() -> desk.does("allrounder", crisis, "Task_ApproveUpdate", updateApproved()))
                .hasStackTraceContaining("somebody other than who proposed");
        desk.does(
                "legal",
                crisis,
                "Task_ApproveUpdate",
                Map.of("updateApproval", "no", "updateReason", "Name the hotline."));
        desk.does("allrounder", crisis, "Task_WriteUpdate", update());
        desk.neglects(crisis, "Task_ApproveUpdate");
        desk.does("legal", crisis, "Task_ApproveUpdate", updateApproved());
        assertThat(desk.occurrences(crisis, "public-update")).containsExactly("1");
        assertThat(desk.clock(crisis, "public-update").running()).isTrue();
    }

    @Test
    void an_update_that_does_not_come_when_it_was_said_calls_for_help() {
        String crisis = registers(event(paper(), "Late update " + papers, "critical", "regional"));
        desk.does("media", crisis, "Task_WriteStatement", statement(Duration.ofHours(4)));
        approvesStatement(crisis);
        CaseClock owed = desk.clock(crisis, "public-update");
        desk.comes(owed.due());
        assertThat(desk.occurrences(crisis, "escalation")).contains("public-update-" + owed.occurrence() + "-1");
    }

    @Test
    void the_last_word_to_the_media_is_written_by_one_and_let_out_by_another() {
        Paper paper = paper();
        String crisis = registers(event(paper, "The last word " + papers, "critical", "regional"));
        answersTheMedia(crisis, paper);
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        int heard = PostOffice.subjectsFor(paper.reporterMail()).size();
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        assertThat(PostOffice.subjectsFor(paper.reporterMail()))
                .as("nothing leaves by itself")
                .hasSize(heard);
        assertThat(desk.openTasks(crisis)).containsExactly("Task_WriteLastWord");
        desk.reassign(crisis, "Task_WriteLastWord", "allrounder");
        desk.does("allrounder", crisis, "Task_WriteLastWord", lastWord());
        assertThatThrownBy(() -> desk.does("allrounder", crisis, "Task_ApproveLastWord", updateApproved()))
                .hasStackTraceContaining("somebody other than who proposed");
        desk.does(
                "legal",
                crisis,
                "Task_ApproveLastWord",
                Map.of("updateApproval", "no", "updateReason", "Name the hotline."));
        assertThat(desk.shownBy(crisis, "Task_WriteLastWord").toString()).contains("Name the hotline.");
        desk.neglects(crisis, "Task_WriteLastWord");
        desk.does("media", crisis, "Task_WriteLastWord", lastWord());
        assertThat(desk.shownBy(crisis, "Task_ApproveLastWord").toString()).contains("Every kettle has come back");
        desk.does("legal", crisis, "Task_ApproveLastWord", updateApproved());
        assertThat(desk.lettersOf(crisis, "last-word"))
                .extracting(LetterView::recipient)
                .containsExactly(paper.reporterMail());
        assertThat(desk.lettersOf(crisis, "stand-down"))
                .extracting(LetterView::recipient)
                .doesNotContain(paper.reporterMail());
        assertThat(desk.openTasks(crisis)).containsExactly("Task_DraftReview");
    }

    @Test
    void an_update_that_somebody_is_writing_is_taken_back_when_the_crisis_is_over() {
        Paper paper = paper();
        String crisis = registers(event(paper, "No more updates " + papers, "critical", "regional"));
        answersTheMedia(crisis, paper, Duration.ofHours(50));
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        desk.comes(Objects.requireNonNull(desk.clock(crisis, "public-update").warnAt()));
        assertThat(desk.openTasks(crisis)).containsExactly("Task_WriteUpdate");
        Map<String, Object> shown = desk.shownBy(crisis, "Task_WriteUpdate");
        assertThat(shown.toString())
                .as("the holding statement is what was said last")
                .contains("Some kettles may leak.");
        assertThat(((List<?>) shown.get("clockRows")).get(0).toString())
                .as("what is still owed stands first")
                .doesNotContain("met");
        isWrong(crisis, paper);
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        assertThat(page(get("/cases/{n}", crisis)))
                .contains("“All kettles leak”, " + paper.reporter() + ", " + paper.name() + ": with the journalist");
        assertThat(desk.openTasks(crisis)).contains("Task_WriteLastWord").doesNotContain("Task_WriteUpdate");
        assertThat(desk.shownBy(crisis, "Task_WriteLastWord").toString()).contains("All kettles leak");
        assertThat(desk.clock(crisis, "public-update").running()).isFalse();
    }

    @Test
    void a_review_goes_back_with_a_reason_and_is_not_read_by_who_wrote_it() {
        Paper paper = paper();
        String crisis = registers(event(paper, "Reviewed " + papers, "critical", "regional"));
        answersTheMedia(crisis, paper);
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        saysLastWord(crisis);
        desk.reassign(crisis, "Task_DraftReview", "allrounder");
        desk.does("allrounder", crisis, "Task_DraftReview", draft());
        assertThatThrownBy(() -> desk.does("allrounder", crisis, "Task_ReviewDraft", Map.of("reviewDecision", "yes")))
                .hasStackTraceContaining("somebody other than who proposed");
        desk.does(
                "manager",
                crisis,
                "Task_ReviewDraft",
                Map.of("reviewDecision", "no", "reviewReason", "Say what it has cost."));
        desk.does("media", crisis, "Task_DraftReview", draft());
        desk.does("manager", crisis, "Task_ReviewDraft", Map.of("reviewDecision", "yes"));
        desk.keepsPromise("media", crisis);
        desk.keepsPromise("media", crisis);
        assertThat(closedAs(crisis)).isEqualTo("over");
    }

    // ------------------------------------------------------------ exercise

    @Test
    void in_an_exercise_every_letter_stays_in_the_house_and_bears_the_word() {
        Paper paper = paper();
        Map<String, Object> event = event(paper, "Only for training " + papers, "critical", "regional");
        event.put("exercise", true);
        String crisis = registers(event);
        assertThat(listOfCases(crisis)).contains("Exercise", "level\u00a02");
        assertThat(page(get("/audit").param("number", crisis), "auditor", "auditors"))
                .contains("Exercise", "level\u00a02");
        answersTheMedia(crisis, paper);
        coverage(crisis, 24, 1, 0, 1, 0, "yes");
        coverage(crisis, 24, 0, 0, 0, 0, "yes");
        saysLastWord(crisis);
        assertThat(desk.lettersToCustomer(crisis)).contains("call-out", "holding-statement", "last-word", "stand-down");
        desk.letters(crisis).stream()
                .distinct()
                .flatMap(name -> desk.lettersOf(crisis, name).stream())
                .forEach(letter -> {
                    assertThat(letter.recipient()).as(letter.letter()).isEqualTo(EXERCISE);
                    assertThat(letter.subject()).as(letter.letter()).containsIgnoringCase("exercise");
                });
        assertThat(PostOffice.mailFor(EXERCISE)).isNotEmpty().allSatisfy(mail -> assertThat(
                        PostOffice.text(mail).strip().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).containsIgnoringCase("exercise")));
        assertThat(PostOffice.subjectsFor(paper.reporterMail())).isEmpty();
        reviews(crisis);
        assertThat(desk.openTasks(crisis)).contains("Task_KeepPromise");
    }

    // ------------------------------------------------------------ what people do

    private Paper paper() {
        String id = "paper-" + ++papers;
        Paper paper = new Paper(
                id,
                "The Paper " + papers,
                "Robin Reporter " + papers,
                id + "-r@press.example",
                id + "-e@press.example");
        MediaKeeper.NewOutlet outlet = new MediaKeeper.NewOutlet(id, paper.name(), "newspaper", null, null);
        keeper.add(List.of(
                new MediaKeeper.Entry(
                        outlet,
                        new MediaKeeper.NewPerson(
                                paper.reporterId(),
                                paper.reporter(),
                                "journalist",
                                "consumers",
                                null,
                                paper.reporterMail(),
                                "en")),
                new MediaKeeper.Entry(
                        outlet,
                        new MediaKeeper.NewPerson(
                                paper.editorId(),
                                "Erin Editor " + papers,
                                "editor",
                                null,
                                null,
                                paper.editorMail(),
                                "en"))));
        return paper;
    }

    private Map<String, Object> event(Paper paper, String title, String tone, String reach) {
        return new HashMap<>(Map.of(
                "title",
                title,
                "kind",
                "mention",
                "outlet",
                paper.name(),
                "journalist",
                paper.reporter(),
                "claim",
                "The kettles leak.",
                "reach",
                reach,
                "tone",
                tone,
                "truth",
                "unclear",
                "spread",
                "few"));
    }

    private String registers(Map<String, Object> event) {
        return desk.registers("media", "media-crisis", event);
    }

    /** The crisis that a complaint's threat began; that happens beside the complaint. */
    private String crisisOver(String complaint) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<String> crisis = linksOf(complaint).stream()
                    .filter(number -> number.startsWith("MCR"))
                    .findFirst();
            if (crisis.isPresent()) {
                desk.settle();
                return crisis.get();
            }
            Letterbox.pause();
        }
        throw new AssertionError("No crisis over " + complaint);
    }

    private List<String> called(String crisis) {
        return acknowledgements(crisis).stream().map(Task::getAssignee).toList();
    }

    private List<Task> acknowledgements(String crisis) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(crisis)
                .taskDefinitionKey(ACKNOWLEDGE)
                .list();
    }

    private List<Integer> priorities(String crisis) {
        return tasks.createTaskQuery().processInstanceBusinessKey(crisis).list().stream()
                .map(Task::getPriority)
                .toList();
    }

    private int callsOf(String crisis) {
        return callOuts.of(crisis).stream()
                .filter(callOut -> callOut.role().equals("crisis-lead"))
                .mapToInt(callOut -> callOut.calls().size())
                .sum();
    }

    private void answers(String who, String crisis) {
        Task call = acknowledgements(crisis).stream()
                .filter(task -> who.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who + " is not called; called are " + called(crisis)));
        desk.as(who, () -> forms.submitTaskForm(call.getId(), Map.of()));
        desk.settle();
    }

    private Map<String, Object> statement() {
        return statement(LATER);
    }

    private Map<String, Object> statement(Duration nextWord) {
        return Map.of(
                "statementKnow", "Some kettles may leak.",
                "statementDoing", "We test them today.",
                "nextWordAt", in(nextWord));
    }

    private String in(Duration time) {
        return desk.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void releasesStatement(String crisis) {
        releasesStatement(crisis, LATER);
    }

    private void releasesStatement(String crisis, Duration nextWord) {
        desk.does("media", crisis, "Task_WriteStatement", statement(nextWord));
        approvesStatement(crisis);
    }

    private void approvesStatement(String crisis) {
        Task legal = tasks.createTaskQuery()
                .processInstanceBusinessKey(crisis)
                .taskDefinitionKey("Task_ApproveStatementAsLegal")
                .singleResult();
        assertThatThrownBy(() -> desk.as("admin", () -> forms.submitTaskForm(legal.getId(), STATEMENT_SIGNED)))
                .as("nobody decides for legal")
                .hasStackTraceContaining("must be a member of the group that decides: legal");
        desk.does("legal", crisis, "Task_ApproveStatementAsLegal", STATEMENT_SIGNED);
        String lead = desk.assigneeOf(crisis, "Task_ApproveStatementAsCrisisLead");
        desk.does(lead == null ? "manager" : lead, crisis, "Task_ApproveStatementAsCrisisLead", STATEMENT_SIGNED);
        if (desk.openTasks(crisis).contains("Task_ApproveStatementAsDirector")) {
            desk.does("director", crisis, "Task_ApproveStatementAsDirector", STATEMENT_SIGNED);
        }
    }

    private void finds(String crisis, List<String> parties) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "findings",
                "A seal was left out.",
                "responsibility",
                "ours",
                "standing",
                "mixed",
                "seenBefore",
                false));
        if (!parties.isEmpty()) {
            facts.put("parties", parties);
        }
        desk.does("media", crisis, "Task_FindFacts", facts);
    }

    private void choosesSpokesperson(String crisis) {
        desk.does("media", crisis, "Task_ChooseSpokesperson", Map.of("spokesperson", SPOKESPERSON));
    }

    private static Map<String, Object> messages(String lines) {
        return Map.of("posture", "rebuild", "messages", lines, "proofs", "1: We have tested them.");
    }

    private void setsMessages(String crisis, String lines) {
        desk.does("media", crisis, MESSAGES, messages(lines));
    }

    private void approves(String crisis) {
        desk.does("legal", crisis, "Task_ApproveAsLegal", SIGNED);
        String lead = desk.assigneeOf(crisis, "Task_ApproveAsCrisisLead");
        desk.does(lead == null ? "manager" : lead, crisis, "Task_ApproveAsCrisisLead", SIGNED);
        if (desk.openTasks(crisis).contains("Task_ApproveAsDirector")) {
            desk.does("director", crisis, "Task_ApproveAsDirector", SIGNED);
        }
    }

    private void choosesWays(String crisis, List<String> ways, Paper paper) {
        Map<String, Object> chosen = new HashMap<>(Map.of("chosenWays", ways));
        Map<String, Object> to = Map.of(
                "press-release", "pressReleaseTo",
                "interview", "interviewTo",
                "briefing", "briefingTo");
        ways.forEach(way -> chosen.put(to.get(way).toString(), List.of(paper.reporterId())));
        desk.does("media", crisis, "Task_ChooseWays", chosen);
    }

    private static Map<String, Object> signed(String decision) {
        return Map.of(
                decision,
                "approve",
                "neverLie",
                true,
                "neverThreaten",
                true,
                "neverAdvertise",
                true,
                "neverNoComment",
                true);
    }

    private static Map<String, Object> text() {
        return Map.of("headline", "We take kettles back", "pressText", "We take back every kettle, free of charge.");
    }

    private Map<String, Object> talk() {
        return new HashMap<>(Map.of(
                "spokenMinutesAgo", 1,
                "saidWords", "They asked why; we said what we know.",
                "messagesSaid", "all"));
    }

    /** From the event to the watch, in a crisis of level 2. */
    private void answersTheMedia(String crisis, Paper paper) {
        answersTheMedia(crisis, paper, LATER);
    }

    private void answersTheMedia(String crisis, Paper paper, Duration nextWord) {
        List.of("lead", "media", "legal", "manager").forEach(who -> answers(who, crisis));
        releasesStatement(crisis, nextWord);
        finds(crisis, List.of());
        choosesSpokesperson(crisis);
        setsMessages(crisis, "We look into it.");
        approves(crisis);
        choosesWays(crisis, List.of("interview"), paper);
        desk.does(SPOKESPERSON, crisis, "Task_Speak", talk());
    }

    private void isWrong(String crisis, Paper paper) {
        acts(
                crisis,
                "report-found-wrong",
                Map.of(
                        "text",
                        "They say all kettles leak; three did.",
                        "field-outlet",
                        paper.name(),
                        "field-journalist",
                        paper.reporter(),
                        "field-headline",
                        "All kettles leak",
                        "field-published",
                        desk.today().toString(),
                        "field-link",
                        "https://press.example/kettles"));
    }

    private static Map<String, Object> asks() {
        return Map.of("journalistSays", "ask", "correctionWords", "Please write that three kettles leaked.");
    }

    private static Map<String, Object> toEditor(Paper paper) {
        return Map.of("editorId", paper.editorId(), "correctionWords", "Your paper says all; three did.");
    }

    private void corrected(String crisis) {
        String option = desk.canReport("media", crisis).stream()
                .filter(action -> action.name().equals("report-corrected"))
                .map(CaseDetails.Action::options)
                .findFirst()
                .orElseThrow()
                .get(0);
        acts(crisis, "report-corrected", Map.of("option", option, "text", "Corrected on their page."));
    }

    private void raises(String crisis, String level) {
        assertThat(desk.reports("media", crisis, "level-changed", level, "More of them ask."))
                .isEmpty();
    }

    private void acts(String crisis, String action, Map<String, String> said) {
        MockHttpServletRequestBuilder sent = post("/cases/{n}/actions/{a}", crisis, action)
                .param("confirmed", "true")
                .with(user("media")
                        .authorities(people.groupsOf("media").stream()
                                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                                .toList()))
                .with(csrf());
        said.forEach(sent::param);
        try {
            assertThat(browser.perform(sent).andReturn().getFlashMap().get("done"))
                    .isNotNull();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        desk.settle();
    }

    private String pageOf(String caseNumber) {
        return page(get("/cases/{n}", caseNumber));
    }

    private String lettersShown(String caseNumber) {
        String letters = pageOf(caseNumber).split("<h2 id=\"letters\">")[1];
        return letters.substring(0, letters.indexOf("</section>"));
    }

    /** What the list says that finds this case alone. */
    private String listOfCases(String caseNumber) {
        return page(get("/cases").param("text", caseNumber));
    }

    private String page(MockHttpServletRequestBuilder asked) {
        return page(asked, "manager", "service-managers");
    }

    private String page(MockHttpServletRequestBuilder asked, String person, String group) {
        try {
            return browser.perform(asked.with(user(person).authorities(new SimpleGrantedAuthority("ROLE_" + group))))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletRequestBuilder api(String path, String body) {
        return post(path)
                .with(httpBasic("media", "a rather long secret"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    /** A round passes, and its numbers are written down. */
    private void coverage(
            String crisis, int hours, int reports, int negative, int carrying, int enquiries, String answers) {
        desk.passes(Duration.ofHours(hours).plusSeconds(1));
        records(crisis, reports, negative, carrying, enquiries, answers);
    }

    private void records(String crisis, int reports, int negative, int carrying, int enquiries, String answers) {
        desk.does(
                "media",
                crisis,
                RECORD,
                Map.of(
                        "coverageCount", reports,
                        "negativeCount", negative,
                        "carryingCount", carrying,
                        "enquiryCount", enquiries,
                        "coverageStopped", answers,
                        "negativeFalling", answers,
                        "reportersGone", answers,
                        "messagesUsed", answers));
    }

    private void recordsThatItGoesOn(String crisis, int reports, int carrying) {
        desk.does(
                "media",
                crisis,
                RECORD,
                Map.of(
                        "coverageCount",
                        reports,
                        "negativeCount",
                        0,
                        "carryingCount",
                        carrying,
                        "enquiryCount",
                        0,
                        "coverageStopped",
                        "no",
                        "negativeFalling",
                        "yes",
                        "reportersGone",
                        "yes",
                        "messagesUsed",
                        "yes"));
    }

    private Map<String, Object> update() {
        return Map.of(
                "updateText",
                "We have tested forty kettles by now; three leak.",
                "nextUpdateAt",
                in(Duration.ofHours(20)));
    }

    private void saysLastWord(String crisis) {
        desk.does("media", crisis, "Task_WriteLastWord", lastWord());
        desk.does("legal", crisis, "Task_ApproveLastWord", updateApproved());
    }

    private static Map<String, Object> lastWord() {
        return Map.of("updateText", "Every kettle has come back, and every seal is tested from now on.");
    }

    private static Map<String, Object> updateApproved() {
        return Map.of(
                "updateApproval",
                "yes",
                "neverLie",
                true,
                "neverThreaten",
                true,
                "neverAdvertise",
                true,
                "neverNoComment",
                true);
    }

    private Map<String, Object> draft() {
        return Map.of(
                "whatHappened", "Three kettles leaked and a paper wrote of it.",
                "whatWeDid", "We took all of them back and said so.",
                "action1", "Test each seal",
                "action1Group", "communications",
                "action1Due", desk.today().plusDays(20).toString(),
                "action2", "Train another spokesperson",
                "action2Group", "communications",
                "action2Due", desk.today().plusDays(30).toString());
    }

    private void reviews(String crisis) {
        desk.does("media", crisis, "Task_DraftReview", draft());
        desk.does("legal", crisis, "Task_ReviewDraft", Map.of("reviewDecision", "yes"));
    }

    // ------------------------------------------------------------ what came of it

    private int level(String crisis) {
        return jdbc.sql("select level from media_crisis where case_number = ?")
                .param(crisis)
                .query(Integer.class)
                .single();
    }

    private String closedAs(String crisis) {
        assertThat(desk.file(crisis).state()).isEqualTo("closed");
        return String.valueOf(desk.file(crisis).outcome());
    }

    private List<String> linksOf(String caseNumber) {
        return jdbc.sql("select other_case_number from case_link where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private static MimeMessage lastMail(String address) {
        List<MimeMessage> mail = PostOffice.mailFor(address);
        return mail.get(mail.size() - 1);
    }
}
