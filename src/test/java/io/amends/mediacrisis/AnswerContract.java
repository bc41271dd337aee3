package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseDetails.Said;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.letter.LetterView;
import io.amends.modeling.FormRefusal;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** What follows an approved answer until the review is closed, on the real engine with a moved clock (M-10 to M-15). */
@SpringBootTest(
        classes = AnswerTestApp.class,
        properties = {"amends.letter.poll=1h", "amends.clock.movable=true"})
@ActiveProfiles("test")
abstract class AnswerContract {

    private static final Map<String, Object> UPDATE_SIGNED = Map.of(
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

    @Autowired
    AnswerDesk desk;

    @Autowired
    MediaCrisisTable crises;

    @Autowired
    CoverageRounds rounds;

    @Autowired
    CoverageDesk coverage;

    @Autowired
    WrongReports reports;

    @Autowired
    WrongReportActions actions;

    @Autowired
    PublicUpdates updates;

    @Autowired
    UpdateRhythm rhythm;

    @Autowired
    CrisisReviews reviews;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Promises promises;

    @Autowired
    SmallRegister register;

    @BeforeEach
    void opens() {
        desk.opens();
    }

    // ------------------------------------------------------------ M-10

    @Test
    void a_press_release_goes_to_the_chosen_people_and_each_delivery_is_on_record() {
        String number = desk.crisis(3, false);
        desk.starts("speak", number, 3, false, Map.of("wayIndex", 0));
        desk.does("media", number, "Task_WriteText", pressRelease());
        assertThat(desk.letters(number, "press-release")).isEmpty();
        assertThatThrownBy(() -> desk.does("admin", number, "Task_ApproveText", textSigned()))
                .hasStackTraceContaining("must be a member of the group that decides");
        desk.does("legal", number, "Task_ApproveText", Map.of("textDecision", "send-back", "textReason", "Too long."));
        desk.does("media", number, "Task_WriteText", pressRelease());
        desk.does("legal", number, "Task_ApproveText", textSigned());
        assertThat(desk.letters(number, "press-release"))
                .extracting(LetterView::recipient)
                .containsExactlyInAnyOrder("m-1@echo.example", "m-2@echo.example");
        assertThat(desk.letters(number, "press-release"))
                .allSatisfy(letter -> assertThat(letter.subject()).contains("We take kettles back"));
        assertThat(desk.runs("speak", number)).isFalse();
    }

    @Test
    void the_spokesperson_speaks_and_what_was_said_is_kept() {
        String number = desk.crisis(3, false);
        desk.starts("speak", number, 3, false, Map.of("wayIndex", 1));
        assertThat(desk.task(number, "Task_Speak").getAssignee()).isEqualTo("sam");
        assertThat(desk.task(number, "Task_Speak").getName())
                .as("several ways run side by side")
                .isEqualTo("Speak: Interview");
        Map<String, Object> talk = new HashMap<>(
                Map.of("saidWords", "Asked about kettles, said we take all back.", "messagesSaid", "all"));
        talk.put("spokenMinutesAgo", 60);
        desk.does("sam", number, "Task_Speak", talk);
        assertThat(register.contacts).contains("M-1 interview " + number + " by sam");
    }

    @Test
    void in_an_exercise_every_letter_stays_in_the_house_and_nobody_was_spoken_to() {
        String number = desk.crisis(3, true);
        desk.starts("speak", number, 3, true, Map.of("wayIndex", 0));
        desk.does("media", number, "Task_WriteText", pressRelease());
        desk.does("legal", number, "Task_ApproveText", textSigned());
        assertThat(desk.letters(number, "press-release")).hasSize(1).allSatisfy(letter -> {
            assertThat(letter.recipient()).isEqualTo("exercise@amends.example");
            assertThat(letter.subject()).startsWith("EXERCISE");
        });
        desk.starts("speak", number, 3, true, Map.of("wayIndex", 1));
        desk.does(
                "sam",
                number,
                "Task_Speak",
                Map.of(
                        "saidWords", "Asked about kettles, said it.",
                        "messagesSaid", "all",
                        "spokenMinutesAgo", 60));
        assertThat(register.contacts).noneMatch(contact -> contact.startsWith("M-1 interview " + number));
    }

    // ------------------------------------------------------------ M-12, M-13

    @Test
    void two_clean_rounds_running_end_the_watch() {
        String number = desk.crisis(3, false);
        desk.starts("watching", number, 3, false, Map.of());
        assertThat(desk.task(number, "Task_RecordCoverage")).isNull();
        coverage.take(number, told("1", "hostile"), "media");
        coverage.take(number, told("1", "hostile"), "media");
        round(number, 5, 1, 2, 0, "no");
        round(number, 4, 2, 0, 2, "yes");
        round(number, 6, 2, 1, 0, "no");
        assertThat(rounds.clean(number)).isZero();
        round(number, 1, 0, 0, 1, "yes");
        assertThat(desk.runs("watching", number)).isTrue();
        round(number, 0, 0, 0, 0, "yes");
        assertThat(desk.runs("watching", number)).isFalse();
        assertThat(rounds.of(number))
                .extracting(CoverageRound::result)
                .containsExactly("go-on", "go-on", "go-on", "go-on", "stand-down");
    }

    @Test
    void three_rounds_with_nothing_good_ask_for_other_messages() {
        String number = desk.crisis(2, false);
        desk.starts("watching", number, 2, false, Map.of());
        for (int i = 0; i < 3; i++) {
            desk.passes(Duration.ofHours(25));
            desk.does("media", number, "Task_RecordCoverage", numbers(5, 5, 3, 0, "no"));
        }
        assertThat(desk.runs("watching", number)).isFalse();
        assertThat(rounds.of(number).get(2).result()).isEqualTo("rethink");
    }

    @Test
    void more_negative_reports_than_reports_are_refused_by_name() {
        String number = desk.crisis(3, false);
        desk.starts("watching", number, 3, false, Map.of());
        desk.passes(Duration.ofHours(5));
        assertThatThrownBy(() -> desk.does("media", number, "Task_RecordCoverage", numbers(1, 2, 0, 3, "no")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(FormRefusal.Finding::field)
                        .containsExactly("negativeCount", "carryingCount"));
    }

    @Test
    void answers_that_the_numbers_contradict_are_refused_by_name() {
        String number = desk.crisis(2, false);
        desk.starts("watching", number, 2, false, Map.of());
        desk.passes(Duration.ofHours(25));
        desk.does("media", number, "Task_RecordCoverage", numbers(3, 1, 0, 1, "no"));
        desk.passes(Duration.ofHours(25));
        assertThatThrownBy(() -> desk.does("media", number, "Task_RecordCoverage", numbers(4, 0, 0, 0, "yes")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(FormRefusal.Finding::field)
                        .containsExactly("coverageStopped", "messagesUsed"));
        desk.does("media", number, "Task_RecordCoverage", numbers(1, 0, 0, 1, "yes"));
        desk.passes(Duration.ofHours(25));
        desk.does("media", number, "Task_RecordCoverage", numbers(0, 0, 0, 0, "yes"));
        assertThat(desk.runs("watching", number)).isFalse();
    }

    // ------------------------------------------------------------ M-11

    @Test
    void the_journalist_is_asked_first_and_the_editor_only_after_a_day() {
        String number = desk.crisis(3, false);
        MediaCrisis crisis = crises.find(number).orElseThrow();
        assertThat(actions.act(crisis, "report-found-wrong", said("Unheard Times", "Pat Press"), "media"))
                .hasValueSatisfying(why -> assertThat(why).contains("Unheard Times"));
        assertThat(actions.act(crisis, "report-found-wrong", said("Daily Echo", "Nobody Known"), "media"))
                .hasValueSatisfying(why -> assertThat(why).contains("Nobody Known"));
        assertThat(actions.act(
                        crisis,
                        "report-found-wrong",
                        new Said("", "It is 400.", Map.of("outlet", "Daily Echo", "journalist", "Pat Press")),
                        "media"))
                .as("they have to find it")
                .hasValueSatisfying(why -> assertThat(why).contains("headline"));
        assertThat(actions.act(crisis, "report-found-wrong", said("daily echo", "Pat Press"), "media"))
                .isEmpty();
        desk.settles();
        desk.does(
                "media",
                number,
                "Task_TakeUpWithJournalist",
                Map.of("journalistSays", "ask", "correctionWords", "It is 400 and not 4,000."));
        assertThat(desk.letters(number, "correction"))
                .extracting(LetterView::recipient)
                .containsExactly("m-1@echo.example");
        desk.passes(Duration.ofHours(23));
        assertThat(desk.task(number, "Task_GoToEditor")).isNull();
        desk.passes(Duration.ofHours(2));
        desk.does(
                "media",
                number,
                "Task_GoToEditor",
                Map.of("editorId", "M-2", "correctionWords", "It is 400 and not 4,000, as we wrote."));
        assertThat(desk.letters(number, "correction"))
                .extracting(LetterView::recipient)
                .containsExactly("m-1@echo.example", "m-2@echo.example");
        String open = actions.of(crisis).stream()
                .filter(action -> action.name().equals("report-corrected"))
                .findFirst()
                .orElseThrow()
                .options()
                .get(0);
        assertThat(actions.act(crisis, "report-corrected", new Said(open, "On page two", Map.of()), "media"))
                .isEmpty();
        desk.settles();
        assertThat(desk.runs("wrong-report", number)).isFalse();
        assertThat(reports.of(number).get(0).state()).isEqualTo(WrongReport.CORRECTED);
    }

    @Test
    void a_report_that_nobody_corrects_stands() {
        String number = desk.crisis(3, false);
        MediaCrisis crisis = crises.find(number).orElseThrow();
        actions.act(crisis, "report-found-wrong", said("Daily Echo", "Pat Press"), "media");
        desk.settles();
        desk.does(
                "media",
                number,
                "Task_TakeUpWithJournalist",
                Map.of("journalistSays", "ask", "correctionWords", "It is 400 and not 4,000."));
        desk.passes(Duration.ofHours(25));
        desk.does(
                "media",
                number,
                "Task_GoToEditor",
                Map.of("editorId", "M-2", "correctionWords", "It is 400 and not 4,000."));
        desk.passes(Duration.ofDays(4));
        assertThat(reports.of(number).get(0).state()).isEqualTo(WrongReport.STANDS);
        assertThat(desk.runs("wrong-report", number)).isFalse();
    }

    @Test
    void a_journalist_who_corrects_at_once_is_not_written_to() {
        String number = desk.crisis(3, false);
        actions.act(crises.find(number).orElseThrow(), "report-found-wrong", said("Daily Echo", "Pat Press"), "media");
        desk.settles();
        desk.does("media", number, "Task_TakeUpWithJournalist", Map.of("journalistSays", "corrected"));
        assertThat(desk.letters(number, "correction")).isEmpty();
        assertThat(reports.of(number).get(0).state()).isEqualTo(WrongReport.CORRECTED);
    }

    // ------------------------------------------------------------ M-14

    @Test
    void an_update_falls_due_by_its_clock_and_names_when_the_next_comes() {
        String number = desk.crisis(3, false);
        Instant first = Instant.parse(desk.in(Duration.ofHours(4)));
        rhythm.next(number, first);
        assertThat(crises.find(number).orElseThrow().nextUpdateAt()).isNotNull();
        desk.passes(Duration.ofHours(2).plusMinutes(55));
        assertThat(desk.task(number, "Task_WriteUpdate")).isNull();
        desk.passes(Duration.ofMinutes(10));
        assertThatThrownBy(() -> desk.does("media", number, "Task_WriteUpdate", update(Duration.ofHours(-1))))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.reason())
                        .contains("has passed"));
        assertThatThrownBy(() -> desk.does("media", number, "Task_WriteUpdate", update(Duration.ofDays(31))))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.reason())
                        .contains("within 30 days"));
        desk.does("media", number, "Task_WriteUpdate", update(Duration.ofHours(4)));
        desk.does("legal", number, "Task_ApproveUpdate", Map.of("updateApproval", "no", "updateReason", "Too vague"));
        desk.does("media", number, "Task_WriteUpdate", update(Duration.ofHours(4)));
        assertThatThrownBy(() -> desk.does(
                        "manager", number, "Task_ApproveUpdate", Map.of("updateApproval", "yes", "neverLie", true)))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(FormRefusal.Finding::field)
                        .containsExactly("neverThreaten", "neverAdvertise", "neverNoComment"));
        desk.does("manager", number, "Task_ApproveUpdate", UPDATE_SIGNED);
        assertThat(desk.letters(number, "public-update")).hasSize(2);
        CaseClock clock = clocks.find(number, UpdateProcess.CLOCK).orElseThrow();
        assertThat(clock.running()).isTrue();
        assertThat(clock.occurrence()).isEqualTo(2);
        assertThat(clock.due()).isEqualTo(updates.releasedOf(number).get(0).nextAt());
    }

    @Test
    void the_last_word_is_written_and_let_out_and_announces_nothing() {
        String number = desk.crisis(3, false);
        Instant announced = Instant.parse(desk.in(Duration.ofHours(8)));
        rhythm.next(number, announced);
        desk.starts("last-word", number, 3, false, Map.of());
        assertThat(clocks.find(number, UpdateProcess.CLOCK).orElseThrow().running())
                .isFalse();
        assertThat(clocks.find(number, "last-word").orElseThrow().due()).isEqualTo(announced);
        assertThat(crises.find(number).orElseThrow().reviewState())
                .as("it is over, and a new report is another matter")
                .isEqualTo("draft");
        Map<String, Object> words = Map.of("updateText", "Every kettle of the batch has been replaced.");
        desk.does("media", number, "Task_WriteLastWord", words);
        assertThatThrownBy(() -> desk.does("admin", number, "Task_ApproveLastWord", UPDATE_SIGNED))
                .hasStackTraceContaining("must be a member of the group that decides");
        desk.does("legal", number, "Task_ApproveLastWord", UPDATE_SIGNED);
        assertThat(desk.letters(number, "last-word")).hasSize(2);
        assertThat(updates.releasedOf(number)).singleElement().satisfies(it -> assertThat(it.nextAt())
                .isNull());
    }

    // ------------------------------------------------------------ M-15

    @Test
    void a_review_goes_back_with_a_reason_and_its_actions_are_chased_like_promises() {
        String number = desk.crisis(3, false);
        rhythm.next(number, Instant.parse(desk.in(Duration.ofHours(4))));
        desk.starts("after-action", number, 3, false, Map.of());
        assertThat(clocks.find(number, UpdateProcess.CLOCK).orElseThrow().running())
                .isFalse();
        CaseClock clock = clocks.find(number, ReviewProcess.CLOCK).orElseThrow();
        assertThat(Duration.between(clock.start(), clock.due())).isEqualTo(Duration.ofDays(3));
        desk.does("media", number, "Task_DraftReview", review());
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("in-review");
        desk.does(
                "manager",
                number,
                "Task_ReviewDraft",
                Map.of("reviewDecision", "no", "reviewReason", "Why was it late?"));
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("draft");
        desk.does("media", number, "Task_DraftReview", review());
        desk.does("manager", number, "Task_ReviewDraft", Map.of("reviewDecision", "yes"));
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("reviewed");
        assertThat(clocks.find(number, ReviewProcess.CLOCK).orElseThrow().met()).isNotNull();
        assertThat(promises.of(number)).hasSize(2).noneMatch(promise -> promise.to() == PromisedTo.CUSTOMER);
        desk.does("media", number, "Task_KeepPromise", Map.of("kept", "kept", "keptNote", "Done as planned."));
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("reviewed");
        desk.does("media", number, "Task_KeepPromise", Map.of("kept", "kept", "keptNote", "Done as planned."));
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("closed");
        assertThat(reviews.of(number)).hasSize(2);
    }

    @Test
    void a_review_may_want_more_than_three_things_and_one_person_keeps_what_is_theirs() {
        String number = desk.crisis(3, false);
        desk.starts("after-action", number, 3, false, Map.of());
        Map<String, Object> many = new HashMap<>(review());
        String due = desk.in(Duration.ofDays(20)).substring(0, 10);
        for (int row = 3; row <= 5; row++) {
            many.put("action" + row, "Thing " + row);
            many.put("action" + row + "Group", row == 5 ? "legal/legal" : "communications");
            many.put("action" + row + "Due", due);
        }
        desk.does("media", number, "Task_DraftReview", many);
        desk.does("manager", number, "Task_ReviewDraft", Map.of("reviewDecision", "yes"));
        assertThat(promises.of(number)).hasSize(5);
        assertThat(desk.assignees(number, "Task_KeepPromise"))
                .containsOnlyOnce("legal")
                .hasSize(5);
        desk.does("legal", number, "Task_KeepPromise", Map.of("kept", "kept", "keptNote", "Done as planned."), "legal");
        for (int others = 0; others < 4; others++) {
            desk.does("media", number, "Task_KeepPromise", Map.of("kept", "kept", "keptNote", "Done as planned."));
        }
        assertThat(crises.find(number).orElseThrow().reviewState()).isEqualTo("closed");
    }

    @Test
    void at_level_two_the_review_has_five_business_days() {
        String number = desk.crisis(2, false);
        desk.starts("after-action", number, 2, false, Map.of());
        assertThat(clocks.find(number, ReviewProcess.CLOCK).orElseThrow().budget())
                .hasToString("Budget[amount=5, unit=BUSINESS_DAYS]");
    }

    // ------------------------------------------------------------ helpers

    private void round(String number, int coverage, int negative, int enquiries, int carrying, String answer) {
        desk.passes(Duration.ofHours(4).plusMinutes(1));
        desk.does("media", number, "Task_RecordCoverage", numbers(coverage, negative, enquiries, carrying, answer));
    }

    private static Map<String, Object> numbers(int coverage, int negative, int enquiries, int carrying, String answer) {
        return Map.of(
                "coverageCount", coverage,
                "negativeCount", negative,
                "enquiryCount", enquiries,
                "carryingCount", carrying,
                "coverageStopped", answer,
                "negativeFalling", answer,
                "reportersGone", answer,
                "messagesUsed", answer);
    }

    private static Map<String, Object> pressRelease() {
        return Map.of(
                "headline", "We take kettles back",
                "pressText", "We take every kettle of the batch back, and give a new one for it.");
    }

    private static Map<String, Object> textSigned() {
        return Map.of(
                "textDecision", "approve",
                "neverLie", true,
                "neverThreaten", true,
                "neverAdvertise", true,
                "neverNoComment", true);
    }

    private Map<String, Object> update(Duration next) {
        return Map.of(
                "updateText",
                "Two of three shops have taken the kettles off their shelves.",
                "nextUpdateAt",
                desk.in(next));
    }

    private Map<String, Object> review() {
        String due = desk.in(Duration.ofDays(20)).substring(0, 10);
        return Map.of(
                "whatHappened", "The lid of one batch was loose, and nobody had looked.",
                "whatWeDid", "We answered within the hour and took all kettles back.",
                "action1", "Look at every batch",
                "action1Group", "communications",
                "action1Due", due,
                "action2", "Call the supplier",
                "action2Group", "communications",
                "action2Due", due);
    }

    private static Said said(String outlet, String journalist) {
        return new Said(
                "",
                "Says 4,000 kettles, it is 400.",
                Map.of(
                        "outlet",
                        outlet,
                        "journalist",
                        journalist,
                        "headline",
                        "4,000 kettles burst",
                        "published",
                        "2020-03-01"));
    }

    private static CoverageDraft told(String id, String tone) {
        return new CoverageDraft("tool", id, "Daily Echo", "Kettles", "https://echo.example/1", tone, 2, false, null);
    }
}
