package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.ClockNames;
import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.contact.NeverContactParts;
import io.amends.correspondence.CaseWork;
import io.amends.correspondence.ColleagueLetters;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.enquiry.Enquiries;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterTestApp;
import io.amends.letter.LetterTestApp.LetterTest;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.letter.MovedClock;
import io.amends.promise.Promises;
import io.amends.staff.People;
import io.amends.staff.Person;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LetterTest
@AutoConfigureMockMvc
@ContextConfiguration(classes = {LetterTestApp.class, ComplaintLinksTest.Parts.class})
class ComplaintLinksTest {

    private static final String CASE = "CMP-2026-000042";

    @Autowired
    MockMvc browser;

    @Autowired
    Letters letters;

    @Autowired
    LetterSender sender;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovedClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CaseWork work;

    @Autowired
    Promises promises;

    @Autowired
    Escalations escalations;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    People people;

    private GreenMail mailbox;

    @Import({
        ComplaintLetters.class,
        ClockFacts.class,
        ClockNames.class,
        StatusLink.class,
        ReplyLink.class,
        DecideLink.class,
        SurveyLink.class,
        ComplainingCustomers.class,
        NeverContactParts.class
    })
    // the open tasks are the engine's, which is not here
    @ComponentScan(
            basePackageClasses = ColleagueLetters.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CaseWork.class))
    static class Parts {
        @Bean
        Complaints complaints() {
            return mock(Complaints.class);
        }

        @Bean
        CustomerVoice voice() {
            return mock(CustomerVoice.class);
        }

        @Bean
        CaseFiles cases() {
            return mock(CaseFiles.class);
        }

        @Bean
        CaseClocks clocks() {
            return mock(CaseClocks.class);
        }

        @Bean
        CaseWork work() {
            return mock(CaseWork.class);
        }

        @Bean
        Promises promises() {
            return mock(Promises.class);
        }

        @Bean
        Enquiries enquiries() {
            return mock(Enquiries.class);
        }

        @Bean
        Escalations escalations() {
            return mock(Escalations.class);
        }

        @Bean
        CustomerDirectory customers() {
            return mock(CustomerDirectory.class);
        }

        @Bean
        People people() {
            return mock(People.class);
        }
    }

    @BeforeEach
    void start() {
        clock.reset();
        sender.stop();
        jdbc.sql("delete from letter_link").update();
        jdbc.sql("delete from letter").update();
        reset(complaints, voice, cases, clocks, work, promises, escalations, customers, people);
        Instant due = clock.instant().plus(Duration.ofDays(2));
        when(complaints.find(CASE)).thenReturn(Optional.of(complaint("en", "C-000007")));
        when(voice.awaits(anyString(), any())).thenReturn(true);
        when(cases.find(CASE)).thenReturn(Optional.of(file("open")));
        when(clocks.of(CASE))
                .thenReturn(List.of(new CaseClock(
                        CASE,
                        "first-contact",
                        1,
                        "complaint-1",
                        new Budget(2, Budget.Unit.BUSINESS_DAYS),
                        clock.instant(),
                        due,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
        Optional<CaseClock> firstContact = clocks.of(CASE).stream().findFirst();
        when(clocks.find(CASE, "first-contact")).thenReturn(firstContact);
        when(people.person("agent")).thenReturn(Optional.of(new Person("agent", "Alex Agent", "agent@amends.example")));
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        server.setPort(mailbox.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void the_acknowledgement_names_number_owner_next_step_and_its_date() throws Exception {
        String text = send("acknowledgement", "1", Map.of()).text();
        assertThat(text)
                .contains(CASE)
                .contains("Alex Agent will contact you by Wednesday, 4 March 2026 at 09:00")
                .contains("Dear Mary O'Brien");
    }

    @Test
    void a_proposal_is_accepted_once() throws Exception {
        String link = proposal(1).link("Accept or decline");
        MockHttpServletResponse page = open(link);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("It broke on its way")
                .contains("a refund")
                .contains("£120.50");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        verify(voice, never()).decided(any(), org.mockito.ArgumentMatchers.anyBoolean(), any());

        MockHttpServletResponse first = answer(link, "decision", "accepted", "reason", "ignored");
        MockHttpServletResponse second = answer(link, "decision", "accepted", "reason", "ignored");
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(first.getContentAsString()).contains("you have accepted");
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        verify(voice, times(1)).decided(CASE, true, null);

        assertThat(answer(link, "decision", "declined").getStatus()).isEqualTo(404);
        assertThat(open(link).getContentAsString()).contains("you have accepted");
    }

    @Test
    void a_proposal_says_in_letter_and_page_what_will_be_done_and_by_when() throws Exception {
        Map<String, Object> variables = new HashMap<>(variables(1));
        variables.put("action1", "Repair the <lamp>.");
        variables.put("action1Due", "2026-11-27");
        variables.put("action2", "Tell you\nwhen it is back");
        variables.put("action3", " ");
        Mail mail = send("proposal", "proposal-1", variables);
        assertThat(mail.text())
                .contains("What we will do, and by when:")
                .contains("- Repair the <lamp>, by Friday, 27 November 2026\n")
                .contains("- Tell you when it is back\n");
        assertThat(open(mail.link("Accept or decline")).getContentAsString())
                .contains("What we will do, and by when")
                .contains("<li>Repair the &lt;lamp&gt;, by Friday, 27 November 2026</li>")
                .contains("<li>Tell you when it is back</li>");
    }

    @Test
    void a_proposal_in_chinese_says_what_will_be_done_and_by_when() throws Exception {
        when(complaints.find(CASE)).thenReturn(Optional.of(complaint("zh-CN", "C-000007")));
        Map<String, Object> variables = new HashMap<>(variables(1));
        variables.put("action1", "修好台灯。");
        variables.put("action1Due", "2026-11-27");
        Mail mail = send("proposal", "proposal-1", variables);
        assertThat(mail.text()).contains("- 修好台灯，最迟2026年11月27日（星期五）\n");
        assertThat(open(mail.link("接受或不接受")).getContentAsString()).contains("<li>修好台灯，最迟2026年11月27日（星期五）</li>");
    }

    @Test
    void a_proposal_without_deeds_announces_none() throws Exception {
        Mail mail = proposal(1);
        assertThat(mail.text()).doesNotContain("What we will do, and by when");
        assertThat(open(mail.link("Accept or decline")).getContentAsString())
                .doesNotContain("What we will do, and by when");
    }

    @Test
    void a_proposal_is_declined_with_a_reason() throws Exception {
        String link = proposal(1).link("Accept or decline");
        assertThat(answer(link, "decision", "declined", "reason", " Too\r\nlittle ")
                        .getStatus())
                .isEqualTo(200);
        verify(voice).decided(CASE, false, "Too\nlittle");
    }

    @Test
    void a_new_proposal_ends_the_link_of_the_one_before_and_a_reminder_does_not() throws Exception {
        String first = proposal(1).link("Accept or decline");
        String reminder = send("reminder", "1", Map.of("asks", "decision")).link("Accept or decline");
        assertThat(open(first).getStatus()).isEqualTo(200);
        assertThat(open(reminder).getContentAsString()).contains("It broke on its way");

        String second = proposal(2).link("Accept or decline");
        assertThat(open(first).getStatus()).isEqualTo(404);
        assertThat(open(reminder).getStatus()).isEqualTo(404);
        assertThat(answer(first, "decision", "accepted").getStatus()).isEqualTo(404);
        assertThat(open(second).getStatus()).isEqualTo(200);
    }

    @Test
    void nothing_is_decided_when_nobody_waits_and_the_link_stays_open() throws Exception {
        String link = proposal(1).link("Accept or decline");
        when(voice.awaits(CASE, CustomerVoice.Kind.DECISION)).thenReturn(false);
        assertThat(open(link).getContentAsString()).contains("All is noted");
        assertThat(answer(link, "decision", "accepted").getStatus()).isEqualTo(200);
        verify(voice, never()).decided(any(), org.mockito.ArgumentMatchers.anyBoolean(), any());

        when(voice.awaits(CASE, CustomerVoice.Kind.DECISION)).thenReturn(true);
        answer(link, "decision", "accepted");
        verify(voice).decided(CASE, true, null);
    }

    @Test
    void an_answer_that_cannot_be_kept_leaves_the_link_as_it_was() throws Exception {
        String link = proposal(1).link("Accept or decline");
        doThrow(new IllegalStateException("The engine is away")).when(voice).decided(CASE, true, null);
        try {
            answer(link, "decision", "accepted");
        } catch (Exception e) {
            assertThat(e).hasRootCauseMessage("The engine is away");
        }
        reset(voice);
        when(voice.awaits(anyString(), any())).thenReturn(true);
        assertThat(answer(link, "decision", "declined").getStatus()).isEqualTo(200);
    }

    @Test
    void a_question_is_answered() throws Exception {
        String link = send("question", "1", Map.of("customerQuestion", "Which <side> was it?", "round", 1))
                .link("Answer the question");
        assertThat(open(link).getContentAsString()).contains("Which &lt;side&gt; was it?");
        assertThat(answer(link, "reply", "").getStatus()).isEqualTo(400);
        MockHttpServletResponse tooLong = answer(link, "reply", "x".repeat(2001));
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(tooLong.getContentAsString())
                .contains("at most 2000 characters")
                .contains("x".repeat(2001));
        assertThat(answer(link, "reply", "The left one").getStatus()).isEqualTo(200);
        verify(voice, times(1)).replied(CASE, "The left one");
    }

    @Test
    void a_survey_takes_a_score_and_what_else_was_given() throws Exception {
        String link = send("survey", "1", Map.of("episode", 1)).link("Tell us how we did");
        assertThat(answer(link, "time", "3").getStatus()).isEqualTo(400);
        assertThat(answer(link, "score", "11").getContentAsString()).contains("number from 0 to 10");
        assertThat(answer(link, "score", "9", "time", "5", "courtesy", "4", "word", "Fine")
                        .getStatus())
                .isEqualTo(200);
        verify(voice).surveyAnswered(CASE, 9, 5, null, null, 4, "Fine");
    }

    @Test
    void a_survey_ends_after_three_weeks_with_the_same_page_as_an_unknown_link() throws Exception {
        String link = send("survey", "1", Map.of("episode", 1)).link("Tell us how we did");
        clock.advance(Duration.ofDays(21).minusSeconds(1));
        assertThat(open(link).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        MockHttpServletResponse ended = open(link);
        MockHttpServletResponse unknown = open("/r/" + "A".repeat(43));
        assertThat(ended.getStatus()).isEqualTo(404);
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(ended.getContentAsString()).isEqualTo(unknown.getContentAsString());
        assertThat(answer(link, "score", "9").getStatus()).isEqualTo(404);
    }

    @Test
    void the_status_page_tells_takes_news_and_withdraws_after_asking_again() throws Exception {
        String link = send("acknowledgement", "1", Map.of()).link("See your case");
        assertThat(open(link).getContentAsString()).contains("We are waiting for your answer", "Alex Agent");
        when(voice.awaits(CASE, CustomerVoice.Kind.DECISION)).thenReturn(false);
        when(voice.awaits(CASE, CustomerVoice.Kind.REPLY)).thenReturn(false);
        assertThat(open(link).getContentAsString())
                .contains("We are working on your case", "We contact you in person", "4 March 2026");
        assertThat(answer(link, "action", "add", "news", "It is wet, too").getStatus())
                .isEqualTo(200);
        assertThat(answer(link, "action", "add", "news", "It is wet, too").getStatus())
                .isEqualTo(200);
        assertThat(answer(link, "action", "add", "news", "And green").getStatus())
                .isEqualTo(200);
        verify(voice, times(1)).contactedAgain(CASE, "web", "It is wet, too");
        verify(voice, times(1)).contactedAgain(CASE, "web", "And green");

        assertThat(open(link + "?step=withdraw").getContentAsString()).contains("Yes, withdraw it");
        verify(voice, never()).withdrawn(any(), any());
        assertThat(answer(link, "action", "withdraw").getContentAsString()).contains("is withdrawn");
        verify(voice).withdrawn(CASE, null);
    }

    @Test
    void a_closed_case_takes_nothing_more() throws Exception {
        String link = send("closing", "1", Map.of()).link("See your case");
        when(voice.awaits(anyString(), any())).thenReturn(false);
        when(cases.find(CASE)).thenReturn(Optional.of(file("closed")));
        assertThat(open(link).getContentAsString())
                .contains("we did what we agreed on")
                .doesNotContain("<form");
    }

    @Test
    void whoever_asks_for_it_is_never_contacted_again() throws Exception {
        String link = send("closing", "1", Map.of()).link("I do not want to be contacted again");
        assertThat(open(link).getStatus()).isEqualTo(200);
        verify(customers, never()).neverContactAgain(any(), any());
        assertThat(answer(link, "never", "yes").getStatus()).isEqualTo(200);
        verify(customers).neverContactAgain(org.mockito.ArgumentMatchers.eq("C-000007"), anyString());
    }

    @Test
    void so_is_everybody_with_the_address_while_the_customer_is_not_yet_known() throws Exception {
        when(cases.find(CASE)).thenReturn(Optional.of(file("open", null)));
        when(complaints.find(CASE)).thenReturn(Optional.of(complaint("en", null)));
        when(customers.find(any())).thenReturn(List.of(customer("C-1"), customer("C-2")));
        String link = send("closing", "1", Map.of()).link("I do not want to be contacted again");
        answer(link, "never", "yes");
        verify(customers).neverContactAgain(org.mockito.ArgumentMatchers.eq("C-1"), anyString());
        verify(customers).neverContactAgain(org.mockito.ArgumentMatchers.eq("C-2"), anyString());
    }

    @Test
    void pages_speak_the_letters_language() throws Exception {
        when(complaints.find(CASE)).thenReturn(Optional.of(complaint("zh-CN", "C-000007")));
        Mail mail = proposal(1);
        assertThat(mail.text()).contains("尊敬的Mary O'Brien").contains("退款");
        assertThat(open(mail.link("接受或不接受")).getContentAsString())
                .contains("lang=\"zh-CN\"")
                .contains("您接受这个方案吗？");
    }

    @Test
    void guesses_are_slowed_down_and_real_links_are_not() throws Exception {
        String link = send("acknowledgement", "1", Map.of()).link("See your case");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(open("/r/guess-" + i, "203.0.113.9").getStatus());
        }
        assertThat(answers).startsWith(404).endsWith(429);
        assertThat(open(link, "203.0.113.9").getStatus()).isEqualTo(200);
        assertThat(open("/r/guess", "203.0.113.10").getStatus()).isEqualTo(404);
    }

    @Test
    void a_call_for_help_reaches_each_of_the_group_and_says_what_is_late_who_was_told_and_where_the_task_is()
            throws Exception {
        Instant told = clock.instant();
        when(people.members("service-managers"))
                .thenReturn(List.of(
                        new Person("manager", "Max Manager", "manager@amends.example"),
                        new Person("m2", "Mu", "m2@amends.example")));
        when(people.person("lead")).thenReturn(Optional.of(new Person("lead", "Lee Lead", null)));
        when(escalations.of(CASE))
                .thenReturn(List.of(new EscalationView(
                        1,
                        CASE,
                        "first-contact",
                        1,
                        told,
                        null,
                        null,
                        List.of(
                                new EscalationView.Call(
                                        1, "team-leads", told, told, "lead", told, "I will call her at once", told),
                                new EscalationView.Call(2, "service-managers", told, told, null, null, null, null)))));
        letters.write(
                CASE,
                "escalation",
                "service-managers",
                "first-contact-1-2",
                Map.of(
                        "clock", "first-contact",
                        "levelGroup", "service-managers",
                        "escalationOccurrence", "first-contact-1-2",
                        "windowUntil", Date.from(told.plus(Duration.ofHours(4)))));
        sender.sendDue();
        assertThat(mailbox.getReceivedMessages()).hasSize(2);
        assertThat(text(mailbox.getReceivedMessages()[0]))
                .contains("Hello Max Manager")
                .contains("Late: speak with the customer, due since Wednesday, 4 March 2026")
                .contains("Please acknowledge by: Monday, 2 March 2026 at 13:00")
                .contains("team leads, Monday, 2 March 2026 at 09:00: Lee Lead acknowledged: “I will call her at once”")
                .contains("https://amends.example/cases/" + CASE
                        + "/tasks/Task_AcknowledgeEscalation?clock=first-contact")
                .contains("You get this mail because you are one of the service managers")
                .doesNotContain("service managers, Monday")
                .doesNotContain("Mary");
    }

    @Test
    void a_warning_says_what_is_due_and_why_its_reader_gets_it() throws Exception {
        when(people.members("service-agents"))
                .thenReturn(List.of(new Person("agent", "Alex Agent", "agent@amends.example")));
        letters.write(CASE, "clock-warning", "service-agents", "first-contact-1", Map.of("clock", "first-contact"));
        sender.sendDue();
        assertThat(text(mailbox.getReceivedMessages()[0]))
                .contains("To do: speak with the customer")
                .contains("Due: Wednesday, 4 March 2026 at 09:00")
                .contains("You get this mail because");
    }

    @Test
    void a_warning_goes_to_whoever_has_the_task_and_names_the_promise() throws Exception {
        Task task = task("Task_KeepPromise", "agent2");
        when(people.person("agent2")).thenReturn(Optional.of(new Person("agent2", "Ben", "ben@amends.example")));
        when(work.onClock(CASE, "promise-17")).thenReturn(Optional.of(task));
        when(promises.what(17)).thenReturn(Optional.of("Bring a new\nvase"));
        letters.write(CASE, "clock-warning", "worker", "promise-17-1", Map.of("clock", "promise-17"));
        sender.sendDue();
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(text(mailbox.getReceivedMessages()[0]))
                .contains("Hello Ben")
                .contains("To do: keep a promise: Bring a new vase")
                .contains("https://amends.example/cases/" + CASE + "/tasks/Task_KeepPromise?clock=promise-17")
                .contains("because the task is yours");
    }

    @Test
    void a_warning_about_a_task_that_nobody_has_goes_to_its_group_else_to_the_owner_else_to_the_service_desk() {
        Task task = task("Task_ApproveRemedy", null);
        when(people.members("team-leads")).thenReturn(List.of(new Person("lead", "Lee", "lead@amends.example")));
        when(people.members("service-agents")).thenReturn(List.of(new Person("a3", "Ada", "ada@amends.example")));
        when(work.onClock(CASE, "resolve")).thenReturn(Optional.of(task));
        when(work.groupsOf(task)).thenReturn(List.of("team-leads"));
        assertThat(readersOfWarning("1")).containsExactly("lead@amends.example");

        when(work.onClock(CASE, "resolve")).thenReturn(Optional.empty());
        assertThat(readersOfWarning("2")).containsExactly("agent@amends.example");

        when(cases.find(CASE)).thenReturn(Optional.empty());
        assertThat(readersOfWarning("3")).containsExactly("ada@amends.example");
    }

    @Test
    void an_idle_owner_is_told_since_when_what_waits_and_until_when() throws Exception {
        List<Task> open = List.of(task("Task_InvestigateCause", "agent"));
        when(work.of(CASE, "agent")).thenReturn(open);
        letters.write(CASE, "owner-idle", "owner", "owner-idle-1", Map.of("clock", "first-contact"));
        sender.sendDue();
        assertThat(text(mailbox.getReceivedMessages()[0]))
                .contains("Hello Alex Agent")
                .contains("you last worked on it on Monday, 2 March 2026 at 09:00")
                .contains("https://amends.example/cases/" + CASE + "/tasks/Task_InvestigateCause")
                .contains("asked on Wednesday, 4 March 2026 at 09:00")
                .contains("because you own the case");
    }

    @Test
    void the_customer_is_told_who_looks_after_the_case_now() throws Exception {
        String text = send("new-owner", "agent-1", Map.of()).text();
        assertThat(text)
                .contains("From today Alex Agent looks after your case about a delivery")
                .contains("I will get back to you by Wednesday, 4 March 2026 at 09:00")
                .contains("Kind regards,\nAlex Agent");
    }

    @Test
    void a_customer_whose_answer_we_wait_for_reads_that_our_clock_stands() throws Exception {
        CaseClock running = clocks.of(CASE).get(0);
        List<CaseClock> standing = List.of(standing(running));
        when(clocks.of(CASE)).thenReturn(standing);
        String link = send("acknowledgement", "1", Map.of()).link("See your case");
        assertThat(open(link).getContentAsString())
                .contains("We are waiting for your answer", "our own clock stands still")
                .doesNotContain("We contact you in person");
    }

    @Test
    void a_group_that_nobody_is_in_leaves_a_trace() {
        letters.write(CASE, "media-warning", "communications", "1", Map.of());
        assertThat(letters.of(CASE)).extracting("fate").containsExactly("no-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acknowledgement",
                "question",
                "proposal",
                "reminder",
                "closing-notice",
                "closed-unanswered",
                "final-response",
                "closing",
                "withdrawal-confirmed",
                "survey",
                "promise-moved"
            })
    void every_letter_is_written_whatever_the_variables_are(String letter) {
        Map<String, Object> odd = new HashMap<>();
        for (String name : List.of(
                "customerQuestion",
                "explanation",
                "remedies",
                "amount",
                "interim",
                "interimUntil",
                "settlement",
                "promiseWhat",
                "promiseDue",
                "newDue",
                "movedReason",
                "asks",
                "proposalNumber",
                "owner",
                "round",
                "episode")) {
            odd.put(name, "[\"<b>\r\n");
        }
        Map<String, Object> nothing = new HashMap<>(odd);
        nothing.replaceAll((name, value) -> null);
        letters.write(CASE, letter, "customer", "odd", odd);
        letters.write(CASE, letter, "customer", "nothing", nothing);
        letters.write(CASE, letter, "customer", "empty", Map.of());
        assertThat(letters.of(CASE)).hasSize(3);
    }

    @Test
    void pages_to_look_at() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/letters"));
        try (InputStream pico =
                getClass().getResourceAsStream("/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css")) {
            Files.copy(pico, folder.resolve("pico.min.css"), StandardCopyOption.REPLACE_EXISTING);
        }
        Map<String, Object> variables = variables(1);
        for (String language : List.of("en", "zh-CN")) {
            when(complaints.find(CASE)).thenReturn(Optional.of(complaint(language, "C-000007")));
            for (String letter : List.of("acknowledgement", "question", "proposal", "survey", "closing")) {
                Mail mail = send(letter, language, variables);
                int number = 0;
                for (String link : mail.links()) {
                    Files.writeString(
                            folder.resolve("page-" + letter + "-" + language + "-" + number++ + ".html"),
                            forFile(open(link).getContentAsString()));
                }
            }
        }
        String status = send("acknowledgement", "look", Map.of()).links().get(0);
        Files.writeString(
                folder.resolve("page-withdraw.html"),
                forFile(open(status + "?step=withdraw").getContentAsString()));
        when(voice.awaits(CASE, CustomerVoice.Kind.DECISION)).thenReturn(false);
        when(voice.awaits(CASE, CustomerVoice.Kind.REPLY)).thenReturn(false);
        Files.writeString(
                folder.resolve("page-status-open.html"), forFile(open(status).getContentAsString()));
        Files.writeString(
                folder.resolve("page-gone.html"), forFile(open("/r/unknown").getContentAsString()));
    }

    private static String forFile(String page) {
        return page.replace("/css/link.css", "../classes/static/css/link.css")
                .replaceAll("/webjars/\\S+/pico.min.css", "pico.min.css");
    }

    private List<String> readersOfWarning(String occurrence) {
        letters.write(CASE, "clock-warning", "worker", occurrence, Map.of("clock", "resolve"));
        return letters.of(CASE).stream()
                .filter(letter -> letter.occurrence().equals(occurrence))
                .map(LetterView::recipient)
                .toList();
    }

    private static Task task(String kind, String assignee) {
        Task task = mock(Task.class);
        when(task.getTaskDefinitionKey()).thenReturn(kind);
        when(task.getName()).thenReturn(kind);
        when(task.getAssignee()).thenReturn(assignee);
        return task;
    }

    private static CaseClock standing(CaseClock clock) {
        return new CaseClock(
                clock.caseNumber(),
                clock.name(),
                clock.occurrence(),
                clock.holder(),
                clock.budget(),
                clock.start(),
                clock.due(),
                null,
                null,
                null,
                null,
                null,
                null,
                clock.start());
    }

    private Mail proposal(int number) throws Exception {
        return send("proposal", "proposal-" + number, variables(number));
    }

    private static Map<String, Object> variables(int number) {
        return Map.of(
                "proposalNumber",
                number,
                "explanation",
                "It broke on its way.\nThe box was too thin.",
                "remedies",
                "[\"apology\",\"refund\"]",
                "amount",
                120.5,
                "interim",
                "yes",
                "interimUntil",
                "2026-04-01",
                "customerQuestion",
                "Which side of the box was damaged?");
    }

    private Mail send(String letter, String occurrence, Map<String, Object> variables) throws Exception {
        letters.write(CASE, letter, "customer", occurrence, variables);
        sender.sendDue();
        MimeMessage[] mails = mailbox.getReceivedMessages();
        return new Mail(text(mails[mails.length - 1]));
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private record Mail(String text) {

        private static final Pattern LINK = Pattern.compile("https://amends\\.example(/r/\\S+)");

        String link(String label) {
            Matcher found = Pattern.compile(Pattern.quote(label) + "[:：]\nhttps://amends\\.example(/r/\\S+)")
                    .matcher(text);
            assertThat(found.find())
                    .as("a link called " + label + " in " + text)
                    .isTrue();
            return found.group(1);
        }

        List<String> links() {
            return LINK.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    private MockHttpServletResponse open(String link) throws Exception {
        return open(link, "127.0.0.1");
    }

    private MockHttpServletResponse open(String link, String address) throws Exception {
        return browser.perform(get(link).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(String link, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(link);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private Complaint complaint(String language, String customerNumber) {
        return new Complaint(
                CASE,
                "api",
                null,
                customerNumber,
                "Mary O'Brien",
                "mary@example.org",
                null,
                null,
                null,
                "phone",
                "delivery",
                "Vase",
                "It broke.",
                null,
                "normal",
                null,
                "none",
                false,
                false,
                false,
                false,
                language,
                clock.instant(),
                null);
    }

    private CaseFile file(String state) {
        return file(state, "C-000007");
    }

    private CaseFile file(String state, @Nullable String customerNumber) {
        return new CaseFile(
                CASE,
                "complaint",
                "1",
                customerNumber,
                "delivery",
                state,
                state.equals("closed") ? "agreed" : null,
                "agent",
                "S3",
                clock.instant(),
                null);
    }

    private static Customer customer(String number) {
        return new Customer(
                number, "Mary O'Brien", "mary@example.org", null, null, "en", "B", false, false, null, null);
    }
}
