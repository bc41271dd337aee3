package io.amends.scenario;

import static io.amends.scenario.ServiceDesk.contactFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.callout.Roster;
import io.amends.complaint.CustomerVoice;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterView;
import io.amends.lostcustomer.LostCustomers;
import io.amends.mediaregister.MediaKeeper;
import io.amends.seal.SealsHold;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A closed case with detours is explained from the auditors' desk alone: what the record tells is what was done, step by step, nothing
 * missing and nothing invented.
 */
@Scenario
class RecordScenarios {

    private static final Map<String, String> ROLES =
            Map.of("media", "Communications", "legal", "Legal", "manager", "Service manager");

    private static final Pattern LATER = Pattern.compile("rel=\"next\" href=\"([^\"#]+)");

    private Diary diary;

    @Autowired
    ServiceDesk desk;

    @Autowired
    LostCustomers lostCustomers;

    @Autowired
    Roster roster;

    @Autowired
    MediaKeeper keeper;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Letterbox letterbox;

    @Autowired
    CustomerVoice voice;

    @Autowired
    Escalations escalations;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext application;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    @Test
    void a_complaint_with_detours_is_told_as_it_was_worked() throws Exception {
        diary = new Diary(desk, tasks);
        String mail = desk.somebody();
        String complaint = diary.begins(
                "registered by an agent",
                () -> desk.registers(
                        "agent",
                        Map.of(
                                "customerName", "Toni Example",
                                "customerMail", mail,
                                "language", "en",
                                "channel", "phone",
                                "subject", "product",
                                "narrative", "The kettle leaks.",
                                "urgency", "normal",
                                "harm", "none")),
                "Started the clock “Acknowledge”",
                "Started the clock “First contact”",
                "Started the clock “Quick lane”",
                "Started the clock “Resolve”",
                "Started the clock “Final response”",
                "agent: Began “Complaint”, version 1",
                "Decided: complaint-base-severity → S4",
                "Decided: complaint-severity → S4",
                "Decided: complaint-clocks → acknowledge",
                "Decided: media-warning → no",
                "The clock “Acknowledge” is met");
        diary.notes(
                "takes it on",
                () -> desk.claims("agent2", complaint, "Task_ContactCustomer"),
                "agent2: Took on “Contact the customer” [- → agent2]");
        diary.notes(
                "writes a comment",
                () -> desk.comments("agent2", complaint, "Task_ContactCustomer"),
                "agent2: Wrote on the task: “Waiting for the maker.”");
        diary.notes(
                "gives it back",
                () -> desk.givesBack("agent2", complaint, "Task_ContactCustomer"),
                "agent2: Gave “Contact the customer” back to the group [agent2 → -]");
        diary.notes(
                "nobody does it",
                () -> desk.neglects(complaint, "Task_ContactCustomer"),
                "Gave the warning of the clock “First contact”",
                "The clock “First contact” is breached",
                "Decided: escalation-chain → team-leads",
                "Called Team leads for help with “First contact” (level 1)");
        diary.does(
                "lead",
                "Task_AcknowledgeEscalation",
                Map.of("acknowledgement", "I see to it that Sam calls."),
                "lead: Acknowledged the call for help with “First contact” “I see to it that Sam calls.”");
        diary.does(
                "agent",
                "Task_ContactCustomer",
                contactFields("no"),
                "agent: Contact with the customer by phone: Contact the customer",
                "The clock “First contact” is met",
                "Stopped the clock “Quick lane”",
                "The call for help with “First contact” ended: The clock was met");
        diary.does(
                "agent",
                "Task_InvestigateCause",
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"),
                "Decided: customer-silence → ask",
                "Clocks that may wait stand: waiting for the customer");
        diary.notes(
                "they answer",
                () -> {
                    voice.replied(complaint, "The parcel was wet.");
                    desk.settle();
                },
                "the customer: Word came: “Customer replied”",
                "Clocks that stood run on: no longer waiting for the customer");
        diary.does(
                "agent",
                "Task_InvestigateCause",
                Map.of(
                        "nextStep", "conclude",
                        "cause", "packaging",
                        "causeParty", "seller",
                        "causeShare", 100,
                        "findings", "The parcel was packed without padding."));
        diary.does(
                "agent",
                "Task_ProposeRemedy",
                desk.proposal(800),
                "Decided: remedy-authority → team-leads",
                "Started the clock “Approval of proposal 1”");
        diary.notes("whoever proposed it cannot have it", () -> assertThatThrownBy(() -> tries(
                        "agent", desk.openTask(complaint, "Task_ApproveRemedy").getId()))
                .isInstanceOf(RuntimeException.class));
        diary.does(
                "lead",
                "Task_ApproveRemedy",
                Map.of("approval", "no", "approvalReason", "A new kettle is enough."),
                "The clock “Approval of proposal 1” is met");
        diary.does(
                "agent",
                "Task_ProposeRemedy",
                desk.proposal(40),
                "Decided: remedy-authority → none",
                "Decided: customer-silence → ask",
                "Clocks that may wait stand: waiting for the customer");
        diary.notes(
                "they accept",
                () -> {
                    voice.decided(complaint, true, null);
                    desk.settle();
                },
                "the customer: Word came: “Customer decided”",
                "Clocks that stood run on: no longer waiting for the customer",
                "agent: Promised the customer “Send a new kettle”",
                "Started the clock “Promise: Send a new kettle”");
        diary.does(
                "agent",
                "Task_KeepPromise",
                Map.of("kept", "kept", "keptNote", "Done as said."),
                "The clock “Promise: Send a new kettle” is met",
                "agent: Kept the promise “Send a new kettle”",
                "The clock “Resolve” is met",
                "The clock “Final response” is met");
        diary.notes("a week, and the survey", () -> desk.passes(Duration.ofDays(7)));
        diary.notes(
                "they are not satisfied",
                () -> {
                    voice.surveyAnswered(complaint, 3, 2, null, null, null, "The new kettle leaks, too.");
                    diary.told("score", 3);
                    desk.settle();
                },
                "the customer: Answered the survey: 3 of 10 [Time: 2 of 5, In their words: The new kettle leaks, too.]",
                "the customer: Word came: “Survey answered”",
                "Decided: survey-result → dissatisfied",
                "Started the clock “Call after the survey”");
        diary.does(
                "lead",
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "It leaks at the same place.", "callResult", "reopen"),
                "The clock “Call after the survey” is met",
                "lead: Contact with the customer by phone: Call the dissatisfied customer",
                "Started the clock “First contact” again",
                "Started the clock “Resolve” again");
        assertThat(desk.file(complaint).state()).isEqualTo("open");
        LetterView closing = desk.lettersOf(complaint, "closing").get(0);
        diary.notes(
                "the closing letter comes back at last",
                () -> {
                    letterbox.arrives(Letterbox.report(closing.messageId(), mail, "failed", "5.1.1"));
                    desk.settle();
                },
                "a mail’s sender: Mail from Alex Doe <mailer-daemon@mail.example.org>: “Delivery Status Notification”",
                "The letter “" + closing.subject() + "” came back",
                "Started the clock “Reach another way”");
        diary.does(
                "agent",
                "Task_ReachCustomer",
                Map.of("reachedBy", "phone", "reachNote", "Told them on the phone."),
                "The clock “Reach another way” is met");
        diary.does(
                "agent",
                "Task_ContactCustomer",
                contactFields("no"),
                "agent: Contact with the customer by phone: Contact the customer",
                "The clock “First contact” is met");
        diary.does(
                "agent",
                "Task_InvestigateCause",
                Map.of(
                        "nextStep", "conclude",
                        "cause", "packaging",
                        "causeParty", "seller",
                        "causeShare", 100,
                        "findings", "The seal of the whole batch is too thin."));
        diary.does(
                "agent",
                "Task_ProposeRemedy",
                desk.proposal(45),
                "Decided: remedy-authority → none",
                "Decided: customer-silence → ask",
                "Clocks that may wait stand: waiting for the customer");
        diary.notes(
                "they accept once more",
                () -> {
                    voice.decided(complaint, true, null);
                    desk.settle();
                },
                "the customer: Word came: “Customer decided”",
                "Clocks that stood run on: no longer waiting for the customer",
                "agent: Promised the customer “Send a new kettle”",
                "Started the clock “Promise: Send a new kettle”");
        diary.does(
                "agent",
                "Task_KeepPromise",
                Map.of("kept", "kept", "keptNote", "Brought in person."),
                "The clock “Promise: Send a new kettle” is met",
                "agent: Kept the promise “Send a new kettle”",
                "The clock “Resolve” is met");
        diary.notes(
                "twelve days, and no second survey",
                () -> desk.passes(Duration.ofDays(12)),
                "Did not contact the customer: mail to their address comes back",
                "Decided: survey-result → courtesy-call",
                "Started the clock “Courtesy call”");
        diary.does(
                "agent",
                "Task_MakeCourtesyCall",
                Map.of("courtesyResult", "satisfied", "score", 8),
                "The clock “Courtesy call” is met",
                "agent: Contact with the customer by phone: Make a courtesy call",
                "Satisfaction told on a call: 8 of 10",
                "Decided: survey-result → satisfied",
                "Decided: learning-review → no");
        isExplained(diary);
    }

    @Test
    void a_lost_customer_with_detours_is_told_as_the_case_was_worked() throws Exception {
        diary = new Diary(desk, tasks);
        String customer = customer();
        String lost = diary.begins(
                "registered by hand",
                () -> desk.registers(
                        "retention",
                        "lost-customer",
                        Map.of(
                                "customerName", "Robin Lost",
                                "customerNumber", customer,
                                "language", "en",
                                "reported", "unhappy",
                                "endingKind", "none")),
                "retention: Began “Lost customer”, version 1",
                "Decided: churn-reason → pushed-unintended",
                "Decided: regain-decision → fix-first");
        String complaint =
                Objects.requireNonNull(lostCustomers.find(lost).orElseThrow().complaintCase());
        diary.notes(
                "what they were unhappy with is put right",
                () -> {
                    desk.does("agent", complaint, "Task_ContactCustomer", contactFields("yes"));
                    desk.passes(Duration.ofDays(14));
                    voice.surveyAnswered(complaint, 9, null, null, null, null, null);
                    desk.settle();
                },
                "Word came: “Linked complaint closed”",
                "Did not contact the customer: a department had contact with them a short time ago, asks again");
        assertThat(desk.file(complaint).state()).isEqualTo("closed");
        diary.ties(complaint, "fix-first");
        diary.notes(
                "the month passes in which nobody else calls them",
                () -> waitsFor("Task_MakeCall"),
                "Started the clock “Call to the customer”");
        diary.notes(
                "nobody calls",
                () -> desk.neglects(lost, "Task_MakeCall"),
                "Gave the warning of the clock “Call to the customer”",
                "The clock “Call to the customer” is breached",
                "Decided: escalation-chain → retention",
                "Called Retention for help with “Call to the customer” (level 1)");
        diary.does(
                "retention",
                "Task_AcknowledgeEscalation",
                Map.of("acknowledgement", "I call them today."),
                "retention: Acknowledged the call for help with “Call to the customer” “I call them today.”");
        diary.does(
                "retention",
                "Task_MakeCall",
                Map.of(
                        "callResult",
                        "not-now",
                        "minutes",
                        10,
                        "customerWords",
                        "In two weeks.",
                        "callAgainOn",
                        desk.today().plusDays(14).toString()),
                "The clock “Call to the customer” is met",
                "retention: Contact with the customer by phone: Call 1: not now",
                "The call for help with “Call to the customer” ended: The clock was met");
        diary.notes(
                "the day that they named",
                () -> waitsFor("Task_MakeCall"),
                "Started the clock “Call to the customer” again");
        diary.does(
                "retention",
                "Task_MakeCall",
                Map.of("callResult", "interested", "minutes", 12, "customerWords", "I might come back."),
                "The clock “Call to the customer” is met",
                "retention: Contact with the customer by phone: Call 2: interested",
                "Started the clock “Reason for leaving”");
        diary.does(
                "retention",
                "Task_ConfirmReason",
                Map.of("reason", "bought-by-price", "reasonNote", "The other shop is cheaper.", "minutes", 5),
                "The clock “Reason for leaving” is met",
                "Decided: regain-decision → pursue",
                "Decided: regain-offer → upgrade",
                "Started the clock “Offer”");
        diary.does(
                "retention",
                "Task_PrepareOffer",
                offer(900),
                "The clock “Offer” is met",
                "Decided: remedy-authority → team-leads",
                "Started the clock “Approval of proposal 1”");
        diary.notes("whoever made the offer cannot have it", () -> assertThatThrownBy(() -> tries(
                        "retention", desk.openTask(lost, "Task_ApproveRemedy").getId()))
                .isInstanceOf(RuntimeException.class));
        diary.does(
                "lead",
                "Task_ApproveRemedy",
                Map.of("approval", "no", "approvalReason", "Half of it is enough."),
                "The clock “Approval of proposal 1” is met",
                "Started the clock “Offer” again");
        diary.does(
                "retention",
                "Task_PrepareOffer",
                offer(450),
                "The clock “Offer” is met",
                "Decided: remedy-authority → none");
        diary.notes(
                "a week without an answer", () -> desk.passes(Duration.ofDays(7).plusMinutes(61)));
        diary.notes(
                "they say yes by the link",
                () -> answers(PostOffice.linksInLastMailFor(mailOf(customer)).get(0), Map.of("decision", "accepted")),
                "the customer: Word came: “Offer decided after all”",
                "Started the clock “Reactivation”");
        diary.does(
                "retention",
                "Task_ReactivateCustomer",
                Map.of(
                        "reactivated",
                        List.of("account", "prices", "contract", "contact-data", "colleagues"),
                        "minutes",
                        15),
                "The clock “Reactivation” is met");
        diary.notes("ninety days", () -> desk.passes(Duration.ofDays(90).plusMinutes(61)));
        isExplained(diary);
    }

    private void tries(String who, String task) {
        desk.as(who, () -> tasks.claim(task, who));
    }

    private String customer() {
        String number = "REC-00042";
        jdbc.sql("insert into customer (number, name, mail, phone) values (?, 'Robin Lost', ?, '+442079460042')")
                .params(number, desk.somebody())
                .update();
        jdbc.sql("""
                        insert into customer_value (customer_number, as_of, assumptions_version, purchases, purchase_days, net_amount,
                            yearly_value, lifetime_value, second_lifetime_value, tier)
                        values (?, ?, 1, 12, 10, 900, 300, 1500, 9000, 'B')""").params(number, desk.today()).update();
        return number;
    }

    private String mailOf(String customer) {
        return jdbc.sql("select mail from customer where number = ?")
                .param(customer)
                .query(String.class)
                .single();
    }

    private void waitsFor(String task) {
        for (int day = 0; day < 70 && !desk.openTasks(diary.caseNumber()).contains(task); day++) {
            desk.passes(Duration.ofDays(1));
        }
        assertThat(desk.openTasks(diary.caseNumber())).contains(task);
    }

    private static Map<String, Object> offer(double amount) {
        return Map.of("offerKind", "upgrade", "amount", amount, "offerWords", "We would like you back.", "minutes", 10);
    }

    private void answers(String link, Map<String, String> fields) {
        try {
            MockHttpServletRequestBuilder sent = post(link).with(csrf());
            fields.forEach(sent::param);
            browser.perform(sent);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        desk.settle();
    }

    @Test
    void a_media_crisis_with_detours_is_told_as_it_was_worked() throws Exception {
        line("crisis-lead", "lead", "manager", "director");
        line("communications", "media");
        line("legal", "legal");
        line("service-manager", "manager");
        keeper.enlist("spokesperson", desk.today(), "manager");
        keeper.add(List.of(
                person("rec-reporter", "Robin Reporter", "journalist", "rec-r@press.example"),
                person("rec-editor", "Erin Editor", "editor", "rec-e@press.example")));
        diary = new Diary(desk, tasks);
        String crisis = diary.begins(
                "registered by communications",
                () -> desk.registers(
                        "media",
                        "media-crisis",
                        Map.of(
                                "title", "Kettles leak",
                                "kind", "mention",
                                "outlet", "The Record",
                                "journalist", "Robin Reporter",
                                "claim", "The kettles leak.",
                                "reach", "regional",
                                "tone", "critical",
                                "truth", "unclear",
                                "spread", "few")),
                "Started the clock “Holding statement”",
                "Started the clock “Facts”",
                "media: Began “Media crisis”, version 1",
                "Decided: crisis-level → 1",
                "Decided: call-out-windows → 15",
                "Decided: call-out-windows → 15",
                "Decided: call-out-windows → 15",
                "Decided: call-out-windows → 15");
        for (String who : List.of("media", "legal", "manager")) {
            diary.notes(
                    who + " answers the call",
                    () -> comes(who),
                    who + ": Completed “Acknowledge the call-out: " + ROLES.get(who) + "”");
        }
        diary.notes(
                "the crisis lead does not answer",
                () -> desk.passes(Duration.ofMinutes(16)),
                "Decided: call-out-windows → 15");
        diary.notes(
                "the deputy answers the call",
                () -> comes("manager"),
                "manager: Completed “Acknowledge the call-out: Crisis lead”");
        diary.does(
                "media",
                "Task_WriteStatement",
                Map.of(
                        "statementKnow", "Some kettles may leak.",
                        "statementDoing", "We test them today.",
                        "nextWordAt", in(Duration.ofDays(20))));
        diary.does("legal", "Task_ApproveStatementAsLegal", signed("statementDecision"));
        diary.does(
                "manager",
                "Task_ApproveStatementAsCrisisLead",
                signed("statementDecision"),
                "Started the clock “Public update”",
                "The clock “Holding statement” is met");
        diary.does(
                "media",
                "Task_FindFacts",
                Map.of(
                        "findings",
                        "A seal was left out.",
                        "responsibility",
                        "ours",
                        "standing",
                        "mixed",
                        "seenBefore",
                        false),
                "The clock “Facts” is met",
                "Started the clock “Spokesperson”");
        diary.does(
                "media",
                "Task_ChooseSpokesperson",
                Map.of("spokesperson", "spokesperson"),
                "The clock “Spokesperson” is met",
                "Decided: crisis-posture → rebuild",
                "Started the clock “Core messages”");
        diary.does(
                "media",
                "Task_SetMessages",
                messages("We are sorry."),
                "The clock “Core messages” is met",
                "Started the clock “Approval of the answer by legal”",
                "Started the clock “Approval of the answer by the crisis lead”");
        diary.does(
                "legal",
                "Task_ApproveAsLegal",
                Map.of("messagesDecision", "send-back", "sendBackReason", "Say how to send it back."),
                "The clock “Approval of the answer by legal” is met",
                "Stopped the clock “Approval of the answer by the crisis lead”",
                "Started the clock “Core messages” again");
        diary.does(
                "media",
                "Task_SetMessages",
                messages("We are sorry.\nWe take every kettle back."),
                "The clock “Core messages” is met",
                "Started the clock “Approval of the answer by legal” again",
                "Started the clock “Approval of the answer by the crisis lead” again");
        diary.does(
                "legal",
                "Task_ApproveAsLegal",
                signed("messagesDecision"),
                "The clock “Approval of the answer by legal” is met");
        diary.does(
                "manager",
                "Task_ApproveAsCrisisLead",
                signed("messagesDecision"),
                "The clock “Approval of the answer by the crisis lead” is met",
                "Started the clock “Ways to speak”");
        diary.does(
                "media",
                "Task_ChooseWays",
                Map.of("chosenWays", List.of("press-release"), "pressReleaseTo", List.of("rec-reporter")),
                "The clock “Ways to speak” is met",
                "Started the clock “Speaking: press release”");
        diary.does(
                "media",
                "Task_WriteText",
                text(),
                "The clock “Speaking: press release” is met",
                "Started the clock “Speaking: press release” again");
        diary.does(
                "legal",
                "Task_ApproveText",
                Map.of("textDecision", "send-back", "textReason", "Name the hotline."),
                "The clock “Speaking: press release” is met",
                "Started the clock “Speaking: press release” again");
        diary.does(
                "media",
                "Task_WriteText",
                text(),
                "The clock “Speaking: press release” is met",
                "Started the clock “Speaking: press release” again");
        diary.does(
                "legal",
                "Task_ApproveText",
                signed("textDecision"),
                "The clock “Speaking: press release” is met",
                "Decided: watch-rhythm → 24");
        diary.notes(
                "a report is wrong",
                () -> acts(
                        crisis,
                        "report-found-wrong",
                        Map.of(
                                "text", "They say all kettles leak; three did.",
                                "field-outlet", "The Record",
                                "field-journalist", "Robin Reporter",
                                "field-headline", "All kettles leak",
                                "field-published", "2020-02-03",
                                "field-link", "https://press.example/kettles")),
                "media: Reported “A report is wrong” [In words: Outlet: The Record\nJournalist: Robin Reporter\nHeadline of the report: All kettles leak\nOn which day, such as 2026-03-04: 2020-02-03\nLink: https://press.example/kettles\nThey say all kettles leak; three did.]",
                "Word came: “Report found wrong”",
                "Started the clock “Wrong report”");
        diary.does(
                "media",
                "Task_TakeUpWithJournalist",
                Map.of("journalistSays", "ask", "correctionWords", "Please write that three kettles leaked."),
                "The clock “Wrong report” is met");
        String report = desk.canReport("media", crisis).stream()
                .filter(action -> action.name().equals("report-corrected"))
                .findFirst()
                .orElseThrow()
                .options()
                .get(0);
        diary.notes(
                "they correct it",
                () -> acts(crisis, "report-corrected", Map.of("option", report, "text", "Corrected on their page.")),
                "media: Reported “The report was corrected” [Chosen: " + report
                        + ", In words: Corrected on their page.]",
                "Word came: “Report corrected”");
        diary.notes(
                "a round passes",
                () -> desk.passes(Duration.ofHours(24).plusSeconds(1)),
                "Started the clock “Coverage”");
        diary.does(
                "media",
                "Task_RecordCoverage",
                round(4, 2, "no"),
                "The clock “Coverage” is met",
                "Decided: stand-down → go-on",
                "Decided: watch-rhythm → 24");
        diary.notes(
                "a round passes",
                () -> desk.passes(Duration.ofHours(24).plusSeconds(1)),
                "Started the clock “Coverage” again");
        diary.does(
                "media",
                "Task_RecordCoverage",
                round(1, 0, "yes"),
                "The clock “Coverage” is met",
                "Decided: stand-down → go-on",
                "Decided: watch-rhythm → 24");
        diary.notes(
                "a round passes",
                () -> desk.passes(Duration.ofHours(24).plusSeconds(1)),
                "Started the clock “Coverage” again");
        diary.does(
                "media",
                "Task_RecordCoverage",
                round(0, 0, "yes"),
                "The clock “Coverage” is met",
                "Decided: stand-down → stand-down",
                "Started the clock “Last word to the media”",
                "Stopped the clock “Public update”");
        diary.does(
                "media",
                "Task_WriteLastWord",
                Map.of("updateText", "Every kettle has come back. This was our last update."),
                "The clock “Last word to the media” is met",
                "Started the clock “Approval of the update”");
        diary.does(
                "legal",
                "Task_ApproveLastWord",
                Map.of(
                        "updateApproval",
                        "yes",
                        "neverLie",
                        true,
                        "neverThreaten",
                        true,
                        "neverAdvertise",
                        true,
                        "neverNoComment",
                        true),
                "The clock “Approval of the update” is met",
                "Started the clock “After-action review”");
        diary.does(
                "media",
                "Task_DraftReview",
                Map.of(
                        "whatHappened", "Three kettles leaked and a paper wrote of it.",
                        "whatWeDid", "We took all of them back and said so.",
                        "action1", "Test each seal",
                        "action1Group", "communications",
                        "action1Due", desk.today().plusDays(20).toString()),
                "Started the clock “Second look at the review”");
        diary.does(
                "legal",
                "Task_ReviewDraft",
                Map.of("reviewDecision", "yes"),
                "The clock “Second look at the review” is met",
                "legal: Promised within the house “Test each seal”",
                "The clock “After-action review” is met",
                "Started the clock “Promise: Test each seal”");
        diary.does(
                "media",
                "Task_KeepPromise",
                Map.of("kept", "kept", "keptNote", "Done as said."),
                "The clock “Promise: Test each seal” is met",
                "media: Kept the promise “Test each seal”");
        isExplained(diary);
        assertThat(json.readTree(opened("/audit/cases/" + crisis + ".json"))
                        .at("/case/level")
                        .intValue())
                .isEqualTo(2);
    }

    private void line(String role, String... line) {
        for (String person : line) {
            roster.add(role, person, "manager");
        }
    }

    private static MediaKeeper.Entry person(String id, String name, String role, String mail) {
        return new MediaKeeper.Entry(
                new MediaKeeper.NewOutlet("rec-paper", "The Record", "newspaper", null, null),
                new MediaKeeper.NewPerson(id, name, role, null, null, mail, "en"));
    }

    private void comes(String who) {
        Task call = tasks.createTaskQuery()
                .processInstanceBusinessKey(diary.caseNumber())
                .taskDefinitionKey("Task_AcknowledgeCallOut")
                .taskAssignee(who)
                .singleResult();
        desk.as(who, () -> forms.submitTaskForm(call.getId(), Map.of()));
        desk.settle();
    }

    private String in(Duration time) {
        return desk.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
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

    private static Map<String, Object> messages(String lines) {
        return Map.of("posture", "rebuild", "messages", lines, "proofs", "1: We have tested them.");
    }

    private static Map<String, Object> text() {
        return Map.of("headline", "We take kettles back", "pressText", "We take back every kettle, free of charge.");
    }

    private static Map<String, Object> round(int reports, int negative, String answers) {
        return Map.of(
                "coverageCount", reports,
                "negativeCount", negative,
                "carryingCount", reports,
                "enquiryCount", 0,
                "coverageStopped", answers,
                "negativeFalling", answers,
                "reportersGone", answers,
                "messagesUsed", answers);
    }

    private void acts(String crisis, String action, Map<String, String> said) {
        MockHttpServletRequestBuilder sent = post("/cases/{n}/actions/{a}", crisis, action)
                .param("confirmed", "true")
                .with(user("media").authorities(new SimpleGrantedAuthority("ROLE_communications")))
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

    // ------------------------------------------------------------ the auditor

    private void isExplained(Diary diary) throws Exception {
        String caseNumber = diary.caseNumber();
        JsonNode record = json.readTree(opened("/audit/cases/" + caseNumber + ".json"));
        diary.isToldBy(record);
        desk.passes(Duration.ofSeconds(6));
        SealsHold.seal(application);
        assertThat(json.readTree(opened("/api/audit/verify?case=" + caseNumber))
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        assertThat(record.path("case").path("state").asText()).isEqualTo("closed");
        assertThat(timeLine(caseNumber)).contains(diary.words());
        diary.isPrintedIn(
                answer("/audit/cases/" + caseNumber + ".pdf").getResponse().getContentAsByteArray());
    }

    /** All pages of it, one after the other. */
    private String timeLine(String caseNumber) throws Exception {
        StringBuilder all = new StringBuilder();
        String address = "/audit/cases/" + caseNumber;
        while (!address.isEmpty()) {
            String page = opened(address);
            all.append(page);
            Matcher later = LATER.matcher(page);
            address = later.find() ? later.group(1).replace("&amp;", "&") : "";
        }
        return all.toString();
    }

    private String opened(String address) throws Exception {
        return answer(address).getResponse().getContentAsString();
    }

    private MvcResult answer(String address) throws Exception {
        return browser.perform(get(address)
                        .accept("text/html", "*/*")
                        .with(user("auditor").authorities(new SimpleGrantedAuthority("ROLE_auditors"))))
                .andReturn();
    }
}
