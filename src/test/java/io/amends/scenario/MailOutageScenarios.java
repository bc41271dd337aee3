package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.CustomerVoice;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.letter.ScriptedSmtp;
import io.amends.letter.ScriptedSmtp.Rule;
import io.amends.letter.ScriptedSmtp.Stage;
import io.amends.letter.ScriptedSmtp.Taken;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The mail server is away, and the house goes on. */
@Scenario
class MailOutageScenarios {

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    MockMvc browser;

    @Autowired
    ComplaintIntake intake;

    @Autowired
    Letters letters;

    @Autowired
    LetterSender sender;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    @AfterEach
    void the_mail_server_is_back_for_all_others() {
        PostOffice.opens();
    }

    @Test
    void an_hour_without_a_mail_server_costs_no_case_and_no_letter() {
        PostOffice.closes();
        List<String> customers = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (int minute = 0; minute < 60; minute += 5) {
            String mail = desk.somebody();
            customers.add(mail);
            cases.add(desk.complains(mail));
            desk.passes(Duration.ofMinutes(5));
        }
        assertThat(cases).doesNotHaveDuplicates().allSatisfy(number -> {
            assertThat(desk.openTasks(number)).contains("Task_ContactCustomer");
            assertThat(desk.lettersOf(number, "acknowledgement"))
                    .extracting(LetterView::fate)
                    .containsExactly("delayed");
        });

        PostOffice.opens();
        // the longest wait after an hour of trying in vain
        desk.passes(Duration.ofMinutes(64));
        desk.passes(Duration.ofHours(5));

        assertThat(customers).allSatisfy(mail -> assertThat(PostOffice.mailFor(mail))
                .as("mail for %s", mail)
                .hasSize(1));
        assertThat(cases).allSatisfy(number -> assertThat(desk.lettersOf(number, "acknowledgement"))
                .extracting(LetterView::fate, LetterView::doubtfulTries)
                .containsExactly(tuple("sent", 0)));
    }

    @Test
    void while_the_mail_server_hangs_complaints_are_taken_in_without_a_single_call_to_it() throws Exception {
        PostOffice.closes();
        try (ScriptedSmtp hanging = new ScriptedSmtp(PostOffice.port())) {
            Rule call = hanging.at(Stage.GREETING).pauses();
            String first = taken(desk.somebody());
            desk.works();
            CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(sender::sendDue);
            call.awaitSomebody();

            List<String> cases = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                cases.add(taken(desk.somebody()));
            }
            desk.works();
            assertThat(sending).as("the sender hangs").isNotDone();
            assertThat(hanging.connections()).as("the sender's own").isEqualTo(1);
            assertThat(cases).hasSize(20).doesNotHaveDuplicates().allSatisfy(number -> {
                assertThat(desk.openTasks(number)).contains("Task_ContactCustomer");
                assertThat(desk.lettersOf(number, "acknowledgement"))
                        .extracting(LetterView::fate)
                        .containsExactly("queued");
            });

            call.goOn();
            sending.join();
            desk.settle();
            cases.add(first);
            assertThat(hanging.taken()).extracting(Taken::messageId).doesNotHaveDuplicates();
            assertThat(hanging.taken())
                    .extracting(Taken::messageId)
                    .containsAll(cases.stream()
                            .map(number -> desk.lettersOf(number, "acknowledgement")
                                    .get(0)
                                    .messageId())
                            .toList());
        }
    }

    @Test
    void a_question_that_was_answered_before_its_reminder_left_is_not_repeated() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        desk.contacts("agent", caseNumber);
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"));
        PostOffice.closes();
        while (desk.lettersOf(caseNumber, "reminder").isEmpty()) {
            desk.passes(Duration.ofDays(1));
        }
        assertThat(desk.lettersOf(caseNumber, "reminder"))
                .extracting(LetterView::fate)
                .containsExactly("delayed");

        voice.replied(caseNumber, "The parcel was wet.");
        desk.settle();
        PostOffice.opens();
        desk.passes(Duration.ofHours(4));
        assertThat(desk.lettersOf(caseNumber, "reminder"))
                .extracting(LetterView::fate)
                .containsExactly("no-longer-needed");
        assertThat(PostOffice.mailFor(mail)).isEmpty();
    }

    @Test
    void a_proposal_that_had_not_left_when_the_customer_withdrew_stays() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
        PostOffice.closes();
        desk.proposes("agent", caseNumber, 40);
        voice.withdrawn(caseNumber, "It has turned up.");
        desk.settle();
        PostOffice.opens();
        desk.passes(Duration.ofHours(4));

        assertThat(desk.lettersOf(caseNumber, "proposal"))
                .extracting(LetterView::fate)
                .containsExactly("no-longer-needed");
        assertThat(desk.lettersOf(caseNumber, "withdrawal-confirmed"))
                .extracting(LetterView::fate)
                .containsExactly("sent");
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
    }

    @Test
    void a_survey_that_was_answered_another_way_before_it_left_stays() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.keepsPromise("agent", caseNumber);
        PostOffice.closes();
        desk.passes(Duration.ofDays(12));
        assertThat(desk.lettersOf(caseNumber, "survey"))
                .extracting(LetterView::fate)
                .containsExactly("delayed");

        voice.surveyAnswered(caseNumber, 9, null, null, null, null, null);
        desk.settle();
        PostOffice.opens();
        desk.passes(Duration.ofHours(4));
        assertThat(desk.lettersOf(caseNumber, "survey"))
                .extracting(LetterView::fate)
                .containsExactly("no-longer-needed");
    }

    @Test
    void a_letter_that_came_back_is_a_task_that_says_why_and_shows_its_text() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        LetterView letter = desk.lettersOf(caseNumber, "acknowledgement").get(0);
        letters.bounced(letter.id(), "550 5.1.1 no such person");
        desk.settle();
        letters.bounced(letter.id(), "550 5.1.1 no such person, again");
        desk.settle();

        assertThat(desk.openTasks(caseNumber)).containsOnlyOnce("Task_ReachCustomer");
        Map<String, Object> shown = desk.shownBy(caseNumber, "Task_ReachCustomer");
        assertThat(shown.get("letterFate")).isEqualTo("To " + mail + ": came back. 550 5.1.1 no such person");
        assertThat(shown.get("letterText")).isEqualTo(letter.text());
    }

    @Test
    void an_operator_sees_by_http_that_nothing_is_held_back_and_is_told_what_can_be_decided() throws Exception {
        browser.perform(get("/actuator/letters").with(operator()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.letters").isEmpty());
        browser.perform(decision("send"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.letters").value(0));
        browser.perform(decision("burn")).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder decision(String decision) {
        return post("/actuator/letters")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\": \"" + decision + "\"}")
                .with(operator())
                .with(csrf());
    }

    private static RequestPostProcessor operator() {
        return user("admin").authorities(new SimpleGrantedAuthority("ROLE_camunda-admin"));
    }

    private String taken(String mail) {
        return intake.take(desk.complaint(mail).build()).caseNumber();
    }
}
