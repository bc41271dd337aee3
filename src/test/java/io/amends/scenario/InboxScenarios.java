package io.amends.scenario;

import static io.amends.scenario.Letterbox.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.modeling.FormRefusal;
import io.amends.scenario.Letterbox.Fate;
import io.amends.staff.StaffAccounts;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Mail that comes in finds its case (T-3): sent by SMTP, read by IMAP, whatever it says and whoever wrote it. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxScenarios {

    private int told;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Letterbox letterbox;

    @Autowired
    CustomerVoice voice;

    @Autowired
    Letters letters;

    @Autowired
    Complaints complaints;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
        told++;
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_both_diagrams_was_visited() {
        long scenarios = Arrays.stream(InboxScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements()).containsAll(Elements.of(Set.of("sort-mail", "read-mail")));
        }
    }

    // ------------------------------------------------------------ a case that is there

    @Test
    void an_answer_to_a_letter_joins_its_case_by_the_reply_header_and_its_owner_reads_it() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        Fate fate = letterbox.arrives(from("another@address.example")
                .answering(letter(caseNumber, "acknowledgement"))
                .subject("Something else")
                .says("I forgot to say that the lid is broken as well."));

        assertThat(fate.state()).isEqualTo("joined");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(desk.openTasks(caseNumber)).contains("Task_ReadMail");
        desk.settle();
        assertThat(desk.valueSeenBy(caseNumber, "Task_ReadMail", "fromCustomer"))
                .isEqualTo(true);
        assertThat(desk.valueSeenBy(caseNumber, "Task_ReadMail", "mailNumber")).isEqualTo(fate.number());
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "noted", "mailNote", "Lid added."));
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_ReadMail");
    }

    @Test
    void two_mails_of_one_case_change_no_facts_of_each_other() throws Exception {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        Fate first = letterbox.arrives(from(mail).subject("One, " + caseNumber));
        Fate second = letterbox.arrives(from(mail).subject("Two, " + caseNumber));
        desk.settle();

        assertThat(changes(caseNumber))
                .contains("Mail number null → " + first.number(), "Mail number null → " + second.number())
                .filteredOn(it -> it.matches("(Mail number|Priority|Severity) (?!null ).*"))
                .as("the case is looked at again, which is told once")
                .containsExactly("Severity S4 → S3", "Priority 30 → 50");
    }

    @Test
    void a_mail_to_the_address_of_the_case_joins_it() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        Fate fate = letterbox.arrives(from(mail).to("service+" + caseNumber + "@amends.example"));

        assertThat(fate.state()).isEqualTo("joined");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
    }

    @Test
    void a_case_number_in_the_subject_or_in_the_text_is_enough() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        Fate bySubject = letterbox.arrives(from(mail).subject("About " + caseNumber.toLowerCase() + ", again"));
        Fate byText = letterbox.arrives(from(mail).says("It is about " + caseNumber + ". Please call me."));

        assertThat(List.of(bySubject.state(), byText.state())).containsOnly("joined");
        assertThat(List.of(String.valueOf(bySubject.caseNumber()), String.valueOf(byText.caseNumber())))
                .containsOnly(caseNumber);
    }

    @Test
    void the_number_of_no_case_opens_a_complaint() {
        Fate fate = letterbox.arrives(from(desk.somebody()).subject("About CMP-2019-999999"));

        assertThat(fate.state()).isEqualTo("opened");
    }

    @Test
    void the_answer_to_a_question_moves_the_case_on() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        asksCustomer(caseNumber);

        letterbox.arrives(from(mail)
                .answering(letter(caseNumber, "question"))
                .says("Yes, the parcel was wet.\n\n> Was the parcel wet?"));
        desk.settle();

        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
        assertThat(String.valueOf(desk.valueSeenBy(caseNumber, "Task_InvestigateCause", "reply")))
                .contains("Yes, the parcel was wet.")
                .doesNotContain("Was the parcel wet?");
    }

    @Test
    void a_stranger_who_knows_the_case_number_does_not_speak_for_the_customer() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);

        Fate fate = letterbox.arrives(
                from("stranger@elsewhere.example").subject(caseNumber).says("The customer takes everything back."));
        desk.settle();

        assertThat(fate.state()).isEqualTo("joined");
        assertThat(voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)).isTrue();
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ReadMail");
        assertThat(desk.valueSeenBy(caseNumber, "Task_ReadMail", "fromCustomer"))
                .isEqualTo(false);
        assertThatThrownBy(() -> desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "withdrawn")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("mailSays");
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "noted"));
        assertThat(desk.file(caseNumber).state()).isEqualTo("open");
    }

    @Test
    void an_answer_that_comes_from_another_address_says_from_which() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);

        letterbox.arrives(from("at.work@elsewhere.example")
                .answering(letter(caseNumber, "question"))
                .says("It was dry."));
        desk.settle();

        assertThat(voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)).isFalse();
        assertThat(desk.shownBy(caseNumber, "Task_InvestigateCause").toString())
                .contains("(from at.work@elsewhere.example) It was dry.");
    }

    @Test
    void a_yes_in_words_is_a_decision_only_when_the_owner_says_so() {
        String mail = desk.somebody();
        String caseNumber = proposedTo(mail);
        String severity = desk.file(caseNumber).severity();

        letterbox.arrives(from(mail).answering(letter(caseNumber, "proposal")).says("Yes, I accept."));
        desk.settle();
        assertThat(voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)).isTrue();
        assertThat(desk.file(caseNumber).severity())
                .as("an answer that we asked for is no further complaint (K-4)")
                .isEqualTo(severity);

        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "accepted"));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_KeepPromise");
    }

    @Test
    void a_no_in_words_is_passed_on_with_its_reason() {
        String mail = desk.somebody();
        String caseNumber = proposedTo(mail);

        letterbox.arrives(from(mail).answering(letter(caseNumber, "proposal")).says("No, that is too little."));
        desk.settle();
        desk.does(
                "agent",
                caseNumber,
                "Task_ReadMail",
                Map.of("mailSays", "declined", "declineReason", "It is too little."));

        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ProposeRemedy");
    }

    @Test
    void a_decision_that_nobody_waits_for_any_more_is_not_offered() {
        String mail = desk.somebody();
        String caseNumber = proposedTo(mail);
        letterbox.arrives(from(mail).answering(letter(caseNumber, "proposal")).says("Yes, I accept."));
        voice.decided(caseNumber, false, "by the link");
        desk.settle();

        assertThatThrownBy(() -> desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "accepted")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("mailSays");
        assertThat(desk.openTasks(caseNumber)).contains("Task_ReadMail");
    }

    @Test
    void a_mail_that_takes_the_complaint_back_ends_it_when_the_owner_says_so() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        letterbox.arrives(from(mail)
                .answering(letter(caseNumber, "acknowledgement"))
                .says("It was my own fault after all; forget it."));
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "withdrawn"));

        assertThat(desk.file(caseNumber).outcome()).isEqualTo("withdrawn");
    }

    @Test
    void another_matter_in_a_mail_becomes_a_complaint_of_its_own_but_never_the_same_case_again() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        letterbox.arrives(from(mail)
                .answering(letter(caseNumber, "acknowledgement"))
                .says("And your driver was rude to me last week."));

        assertThatThrownBy(() -> desk.does(
                        "agent",
                        caseNumber,
                        "Task_ReadMail",
                        Map.of("mailSays", "new-complaint", "newSubject", "product")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("newSubject");
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "new-complaint", "newSubject", "conduct"));

        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement");
        assertThat(PostOffice.subjectsFor(mail)).hasSize(2);
    }

    @Test
    void mail_on_a_closed_case_is_read_and_a_case_closed_as_unanswered_is_reopened_by_its_answer() {
        String mail = desk.somebody();
        String closed = desk.complains(mail);
        voice.withdrawn(closed, null);
        desk.settle();
        letterbox.arrives(from(mail).subject(closed).says("One more thing about this."));
        assertThat(desk.file(closed).state()).isEqualTo("closed");
        assertThat(desk.openTasks(closed)).containsExactly("Task_ReadMail");

        String other = desk.somebody();
        String silent = desk.complains(other);
        asksCustomer(silent);
        desk.passes(Duration.ofDays(40));
        assertThat(desk.file(silent).state()).isEqualTo("unanswered");
        letterbox.arrives(from(other).answering(letter(silent, "question")).says("I was ill. Yes, it was wet."));
        desk.settle();

        assertThat(desk.file(silent).state()).isEqualTo("open");
        assertThat(desk.openTasks(silent)).containsExactly("Task_InvestigateCause");
    }

    @Test
    void a_mail_that_nobody_reads_in_time_is_warned_of_and_then_calls_for_help() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        letterbox.arrives(from(mail).answering(letter(caseNumber, "acknowledgement")));
        desk.settle();

        desk.neglects(caseNumber, "Task_ReadMail");
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "noted"));
    }

    @Test
    void a_late_yes_to_a_proposal_whose_case_was_closed_as_unanswered_is_read_and_reopens_it() {
        String mail = desk.somebody();
        String caseNumber = proposedTo(mail);
        desk.passes(Duration.ofDays(40));
        assertThat(desk.file(caseNumber).state()).isEqualTo("unanswered");

        letterbox.arrives(from(mail).answering(letter(caseNumber, "proposal")).says("Sorry for being late: yes."));
        desk.does("agent", caseNumber, "Task_ReadMail", Map.of("mailSays", "accepted"));

        assertThat(desk.file(caseNumber).state()).isEqualTo("open");
        assertThat(desk.openTasks(caseNumber)).contains("Task_KeepPromise");
    }

    // ------------------------------------------------------------ a case that is not there yet

    @Test
    void a_new_mail_opens_a_complaint_and_the_acknowledgement_answers_it() {
        String mail = desk.somebody();

        Fate fate = letterbox.arrives(from("\"Doe, Alex\" <" + mail + ">")
                .subject("=?utf-8?Q?A_broken_kettle_=E2=80=93_again?=")
                .says("It arrived with a broken lid."));
        desk.settle();

        assertThat(fate.state()).isEqualTo("opened");
        String caseNumber = String.valueOf(fate.caseNumber());
        assertThat(complaints.find(caseNumber)).hasValueSatisfying(complaint -> {
            assertThat(complaint.name()).isEqualTo("Doe, Alex");
            assertThat(complaint.mail()).isEqualTo(mail);
            assertThat(complaint.channel()).isEqualTo("mail");
            assertThat(complaint.source()).isEqualTo("mail");
            assertThat(complaint.narrative()).isEqualTo("A broken kettle – again\n\nIt arrived with a broken lid.");
        });
        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement");
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
    }

    @Test
    void a_second_mail_of_the_same_person_joins_the_complaint_that_the_first_opened_and_is_read() {
        String mail = desk.somebody();
        Fate first = letterbox.arrives(from(mail));
        Fate second = letterbox.arrives(from(mail).subject("And another thing").says("The lid is broken as well."));
        desk.settle();

        assertThat(second.state()).isEqualTo("joined");
        assertThat(second.caseNumber()).isEqualTo(first.caseNumber());
        assertThat(desk.openTasks(String.valueOf(first.caseNumber()))).contains("Task_ReadMail");
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
    }

    @Test
    void a_complaint_in_chinese_is_answered_in_chinese() {
        String mail = desk.somebody();

        Fate fate = letterbox.arrives(from(mail).subject("投诉").says("我买的水壶到货时盖子是破的，打了两次电话都没有人理我。"));
        desk.settle();

        assertThat(complaints
                        .find(String.valueOf(fate.caseNumber()))
                        .orElseThrow()
                        .language())
                .isEqualTo("zh-CN");
    }

    @Test
    void the_same_mail_twice_is_taken_in_once_with_a_message_id_or_without() {
        String mail = desk.somebody();
        Letterbox.Writing once = from(mail).says("Where is my parcel? I ordered it three weeks ago.");
        letterbox.arrives(once);
        PostOffice.arrives(once.bytes(), PostOffice.HOUSE);

        String other = desk.somebody();
        Letterbox.Writing unnamed = from(other).head("Message-ID", null).says("Where is my parcel? It is late.");
        PostOffice.arrives(unnamed.bytes(), PostOffice.HOUSE);
        PostOffice.arrives(unnamed.bytes(), PostOffice.HOUSE);
        letterbox.arrives(from(desk.somebody()).says("This mail comes after all of them."));

        assertThat(letterbox.of("sender", mail)).hasSize(1);
        assertThat(letterbox.waitFor(1, other)).hasSize(1);
        desk.settle();
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
        assertThat(PostOffice.mailFor(other)).hasSize(1);
    }

    @Test
    void two_different_mails_that_carry_the_same_message_id_are_two_mails() {
        String mail = desk.somebody();
        Letterbox.Writing first = from(mail).says("The first of my mails says this.");
        letterbox.arrives(first);
        Letterbox.Writing second =
                from(mail).head("Message-ID", first.messageId()).says("The second of my mails says that.");
        PostOffice.arrives(second.bytes(), PostOffice.HOUSE);

        assertThat(letterbox.waitFor(2, mail)).hasSize(2);
    }

    // ------------------------------------------------------------ programs

    @Test
    void a_letter_that_bounces_is_settled_and_the_owner_reaches_the_customer_another_way() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        LetterView letter = letter(caseNumber, "acknowledgement");

        Fate fate = letterbox.arrives(Letterbox.report(letter.messageId(), mail, "failed", "5.1.1"));
        desk.settle();

        assertThat(fate.kind()).isEqualTo("bounce");
        assertThat(fate.state()).isEqualTo("recorded");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(letter(caseNumber, "acknowledgement").fate()).isEqualTo("bounced");
        assertThat(desk.openTasks(caseNumber)).contains("Task_ReachCustomer");
    }

    @Test
    void a_bounce_that_says_nothing_of_use_is_known_by_the_address_it_comes_to() throws Exception {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        String cameFrom = PostOffice.mailFor(mail).get(0).getHeader("Return-Path", null);

        Fate fate = letterbox.arrives(from("MAILER-DAEMON@mail.example.org")
                .to(cameFrom.replaceAll("[<>]", ""))
                .subject("Undelivered Mail Returned to Sender")
                .says("Sorry, it didn't work out."));
        desk.settle();

        assertThat(fate.kind()).isEqualTo("bounce");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(letter(caseNumber, "acknowledgement").fate()).isEqualTo("bounced");
    }

    @Test
    void a_bounce_that_names_only_the_recipient_is_about_the_letter_that_was_sent_there_last() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        Fate fate = letterbox.arrives(
                Letterbox.report("<unknown@elsewhere.example>", mail.toUpperCase(), "failed", "5.2.1"));
        desk.settle();

        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(letter(caseNumber, "acknowledgement").fate()).isEqualTo("bounced");
        assertThat(desk.openTasks(caseNumber)).contains("Task_ReachCustomer");
    }

    @Test
    void a_bounce_of_a_mail_that_was_never_ours_is_sorted_by_hand() {
        Fate fate = letterbox.arrives(
                Letterbox.report("<forged@elsewhere.example>", "nobody.we.wrote.to@example.net", "failed", "5.1.1"));

        assertThat(fate.kind()).isEqualTo("bounce");
        assertThat(fate.state()).isEqualTo("to-sort");
    }

    @Test
    void a_notice_of_delay_is_only_recorded() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);

        Fate fate = letterbox.arrives(
                Letterbox.report(letter(caseNumber, "acknowledgement").messageId(), mail, "delayed", "4.4.1"));
        desk.settle();

        assertThat(fate.state()).isEqualTo("recorded");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(letter(caseNumber, "acknowledgement").fate()).isEqualTo("sent");
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_ReachCustomer");
    }

    @Test
    void an_absence_note_is_recorded_on_its_case_and_never_answered() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        List<String> before = desk.openTasks(caseNumber);

        Fate fate = letterbox.arrives(from(mail)
                .answering(letter(caseNumber, "acknowledgement"))
                .head("Auto-Submitted", "auto-replied")
                .subject("Out of office")
                .says("I am away until Monday."));
        Fate unknown = letterbox.arrives(from("noreply@shop.example")
                .head("Precedence", "bulk")
                .head("List-Id", "<news.shop.example>")
                .says("Our newsletter of this month."));
        desk.settle();

        assertThat(fate.kind()).isEqualTo("automatic");
        assertThat(fate.state()).isEqualTo("recorded");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(unknown.state()).isEqualTo("recorded");
        assertThat(desk.openTasks(caseNumber)).isEqualTo(before);
        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement");
        assertThat(PostOffice.mailFor("noreply@shop.example")).isEmpty();
    }

    @Test
    void a_letter_of_ours_that_comes_back_to_us_is_recorded() throws Exception {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        MimeMessage ours = PostOffice.mailFor(mail).get(0);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        ours.writeTo(bytes);

        PostOffice.arrives(bytes.toByteArray(), PostOffice.HOUSE);

        assertThat(letterbox.fateOf(ours.getMessageID()).state()).isEqualTo("recorded");
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_ReadMail");
    }

    @Test
    void what_a_colleagues_program_answers_makes_no_work() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        desk.neglects(caseNumber, "Task_ContactCustomer");

        Fate fate = letterbox.arrives(from("lead@amends.example")
                .answering(letter(caseNumber, "escalation"))
                .says("I am out of the house today."));

        assertThat(fate.state()).isEqualTo("recorded");
        assertThat(fate.caseNumber()).isEqualTo(caseNumber);
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_ReadMail");
    }

    /** Another desk that answers every mail with a new subject and without any header that says so. */
    @Test
    void a_rude_ticket_system_and_this_one_do_not_write_to_each_other_for_ever() {
        String rude = "tickets" + desk.somebody().replaceAll("\\D", "") + "@rude.example";
        int ticket = 1;
        letterbox.arrives(from(rude).subject("[Ticket 1] was opened").says("Your request has got the number 1."));
        desk.settle();
        int answered = 0;
        int quiet = 0;
        while (quiet < 3 && ticket < 100) {
            List<MimeMessage> ours = PostOffice.mailFor(rude);
            if (ours.size() == answered) {
                quiet++;
                desk.passes(Duration.ofDays(2));
                continue;
            }
            quiet = 0;
            for (MimeMessage letter : ours.subList(answered, ours.size())) {
                ticket++;
                letterbox.arrives(from(rude)
                        .to(replyTo(letter, ticket))
                        .subject("[Ticket " + ticket + "] was opened")
                        .says("Your request has got the number " + ticket + "."));
                desk.settle();
            }
            answered = ours.size();
        }

        assertThat(ticket).as("mails that the other system wrote").isLessThan(20);
        assertThat(PostOffice.mailFor(rude).size()).isLessThan(20);
        assertThat(letterbox.of("sender", rude)).hasSize(ticket);
    }

    @Test
    void a_flood_from_many_addresses_of_one_sender_opens_few_complaints_and_loses_nothing() {
        String number = desk.somebody().replaceAll("\\D", "");
        String tagged = "robot" + number + "+%d@flood.example";
        int before = PostOffice.countOfAll();
        for (int i = 0; i < 25; i++) {
            PostOffice.arrives(
                    from(tagged.formatted(i))
                            .subject("Order " + i)
                            .says("Something is wrong with the order " + i + ".")
                            .bytes(),
                    PostOffice.HOUSE);
        }
        letterbox.waitFor(1, tagged.formatted(24));
        desk.settle();

        List<Fate> all = letterbox.of("party", "robot" + number + "@flood.example");
        assertThat(all).hasSize(25);
        assertThat(all).filteredOn(fate -> fate.state().equals("opened")).hasSize(5);
        assertThat(all).filteredOn(fate -> fate.state().equals("to-sort")).hasSize(7);
        assertThat(all).filteredOn(fate -> fate.state().equals("recorded")).hasSize(13);
        // to the house, and an acknowledgement for each complaint
        assertThat(PostOffice.countOfAll() - before).isEqualTo(25 + 5);
    }

    // ------------------------------------------------------------ by hand

    @Test
    void what_cannot_be_read_is_put_to_its_case_by_hand_and_a_wrong_number_is_refused() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        Fate unplaced = letterbox.arrives(from(mail).subject("(none)").says(""));
        assertThat(unplaced.state()).isEqualTo("to-sort");

        assertThatThrownBy(() -> desk.does(
                        "agent",
                        unplaced.number(),
                        "Task_SortMail",
                        Map.of("belongsTo", "case", "joinCase", "CMP-2019-999999")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("joinCase");
        assertThat(desk.openTasks(unplaced.number())).containsExactly("Task_SortMail");
        desk.does("agent", unplaced.number(), "Task_SortMail", Map.of("belongsTo", "case", "joinCase", caseNumber));

        assertThat(letterbox.of(unplaced.number()))
                .extracting(Fate::state, Fate::caseNumber)
                .containsExactly("joined", caseNumber);
        assertThat(desk.openTasks(caseNumber)).contains("Task_ReadMail");
    }

    @Test
    void a_mail_sorted_by_hand_becomes_a_complaint() {
        Fate unplaced = letterbox.arrives(from(desk.somebody()).head("From", null));
        assertThat(unplaced.state()).isEqualTo("to-sort");
        String mail = desk.somebody();

        desk.does(
                "agent",
                unplaced.number(),
                "Task_SortMail",
                Map.of(
                        "belongsTo", "complaint",
                        "senderName", "Alex Doe",
                        "senderMail", mail,
                        "subject", "delivery",
                        "narrative", "The parcel came three weeks late."));

        Fate sorted = letterbox.of(unplaced.number());
        assertThat(sorted.state()).isEqualTo("opened");
        assertThat(complaints
                        .find(String.valueOf(sorted.caseNumber()))
                        .orElseThrow()
                        .subject())
                .isEqualTo("delivery");
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
    }

    @Test
    void a_mail_that_nobody_sorts_is_shown_to_the_team_leads_and_may_be_set_aside() {
        Fate unplaced =
                letterbox.arrives(from(desk.somebody()).head("From", null).subject("Win a car"));
        int before = PostOffice.subjectsFor("lead@amends.example").size();

        desk.passes(Duration.ofDays(4));
        List<String> told = PostOffice.subjectsFor("lead@amends.example");
        assertThat(told.subList(before, told.size())).anyMatch(subject -> subject.contains(unplaced.number()));
        desk.does("lead", unplaced.number(), "Task_SortMail", Map.of("belongsTo", "nowhere", "asideReason", "spam"));

        assertThat(letterbox.of(unplaced.number()))
                .extracting(Fate::state, Fate::how)
                .containsExactly("set-aside", "Set aside: spam.");
    }

    // ------------------------------------------------------------

    private LetterView letter(String caseNumber, String name) {
        return letters.of(caseNumber).stream()
                .filter(letter -> letter.letter().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter " + name + " on " + caseNumber));
    }

    private void asksCustomer(String caseNumber) {
        desk.contacts("agent", caseNumber);
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"));
    }

    private String proposedTo(String mail) {
        String caseNumber = desk.complains(mail);
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        return caseNumber;
    }

    private static String replyTo(MimeMessage letter, int ticket) {
        try {
            // some answer to the address that they are asked to, some to the one that they see
            return ticket % 2 == 0 ? letter.getReplyTo()[0].toString() : PostOffice.HOUSE;
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 3464. */

    /** Such as {@code Priority 70 → 50}. */
    private List<String> changes(String caseNumber) throws Exception {
        String record = browser.perform(
                        get("/api/cases/" + caseNumber + "/timeline").with(httpBasic("agent", "a rather long secret")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<Map<String, Object>> changes = JsonPath.read(record, "$[?(@.kind == 'change')]");
        return changes.stream()
                .map(it -> it.get("what") + " " + it.get("before") + " → " + it.get("after"))
                .toList();
    }
}
