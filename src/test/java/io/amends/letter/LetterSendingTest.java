package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;

class LetterSendingTest extends LetterDeskSlice {

    @Autowired
    LettersHealthIndicator health;

    private GreenMail mailbox;

    @BeforeEach
    void start() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        server.setPort(mailbox.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void a_letter_leaves_once_for_each_occurrence() throws Exception {
        write("1");
        write("1");
        assertThat(sender.sendDue()).isEqualTo(1);
        write("1");
        write("2");
        assertThat(sender.sendDue()).isEqualTo(1);

        assertThat(mailbox.getReceivedMessages()).hasSize(2);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("sent", "sent");
        assertThat(letters.of(CASE)).extracting(LetterView::occurrence).containsExactly("1", "2");
    }

    @Test
    void a_commit_pushes_the_sender() throws Exception {
        sender.start();
        write("1");
        assertThat(mailbox.waitForIncomingEmail(5000, 1)).isTrue();
    }

    @Test
    void a_letter_of_a_rolled_back_step_never_leaves() {
        transaction.executeWithoutResult(status -> {
            write("1");
            status.setRollbackOnly();
        });
        assertThat(sender.sendDue()).isZero();
        assertThat(letters.of(CASE)).isEmpty();
    }

    @Test
    void a_mail_can_be_read_as_text_and_as_page_and_carries_the_link() throws Exception {
        write("1");
        sender.sendDue();

        MimeMessage mail = mailbox.getReceivedMessages()[0];
        LetterView kept = letters.of(CASE).get(0);
        assertThat(mail.getMessageID()).isEqualTo(kept.messageId()).endsWith("@amends.example>");
        assertThat(mail.getSubject()).isEqualTo("Our proposal for your case CMP-2026-000042");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Amends service desk <service@amends.example>");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("service+CMP-2026-000042@amends.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("Precedence")).isNull();
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getContentLanguage()).containsExactly("en");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getSentDate()).isEqualTo(kept.queuedAt());
        assertThat(part(mail, 0)).containsPattern("https://amends\\.example/r/[A-Za-z0-9_-]{43}\\s");
        assertThat(part(mail, 1)).containsPattern("href=\"https://amends\\.example/r/[A-Za-z0-9_-]{43}\"");
        assertThat(part(mail, 0) + part(mail, 1)).doesNotContain("amends-link");
        assertThat(kept.html() + kept.text()).contains("https://…").doesNotContain("/r/", "amends-link");
    }

    @Test
    void a_letter_to_the_media_comes_from_the_press_desk_that_has_signed_it() throws Exception {
        letters.write(CASE, "press-release", "media", "1", Map.of());
        sender.sendDue();

        MimeMessage mail = mailbox.getReceivedMessages()[0];
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Amends press desk <service@amends.example>");
        assertThat(part(mail, 0)).contains("Amends press desk");
    }

    @Test
    void the_letters_of_a_case_to_one_reader_stand_together_in_a_mail_program() throws Exception {
        for (String occurrence : List.of("1", "2", "3", "4", "5")) {
            write(occurrence);
        }
        facts.customer("somebody@else.example", "en");
        write("1");
        sender.sendDue();

        List<String> ids = letters.of(CASE).stream().map(LetterView::messageId).toList();
        MimeMessage[] mails = mailbox.getReceivedMessages();
        assertThat(mails[1].getHeader("References", null)).isEqualTo(ids.get(0));
        assertThat(mails[4].getHeader("References", null).split("\\s+"))
                .containsExactly(ids.get(0), ids.get(2), ids.get(3));
        assertThat(mails[5].getHeader("References")).isNull();
    }

    @Test
    void a_chinese_mail_arrives_in_chinese_and_its_source_shows_the_link() throws Exception {
        facts.customer("xiaoming@example.org", "zh-CN");
        write("1");
        sender.sendDue();

        MimeMessage mail = mailbox.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("针对您的事项 CMP-2026-000042，我们的处理方案");
        assertThat(part(mail, 0)).contains("尊敬的王小明").contains("接受或不接受");
        assertThat(part(mail, 1)).contains("尊敬的王小明").contains("lang=\"zh-CN\"");
        assertThat(mail.getContentLanguage()).containsExactly("zh-CN");
        String source = new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(source.replace("=\r\n", "")).containsPattern("https://amends\\.example/r/[A-Za-z0-9_-]{43}");
    }

    @Test
    void a_line_break_never_reaches_a_header() throws Exception {
        facts.addressees.clear();
        facts.addressees.add(new Addressee(
                "Mary\r\nBcc: all@example.org",
                "mary@example.org",
                "en",
                Map.of("subjectWords", "x\r\nBcc: a@b.c"),
                Map.of()));
        letters.write(CASE, "acknowledgement", "customer", "1\r\nBcc: a@b.c", Map.of());
        sender.sendDue();
        assertThat(mailbox.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void an_address_that_smuggles_a_second_one_is_refused() {
        facts.customer("mary@example.org, all@example.org", "en");
        write("1");
        facts.customer("mary@example.org>\r\nRCPT TO:<all@example.org", "en");
        write("2");
        sender.sendDue();
        assertThat(mailbox.getReceivedMessages()).isEmpty();
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsOnly("refused");
    }

    @Test
    void a_letter_whose_fate_a_crash_left_open_is_sent_again_as_the_same_mail() throws Exception {
        write("1");
        sender.sendDue();
        jdbc.sql("update letter set state = 'sending', sent_at = null, next_try_at = queued_at")
                .update();
        sender.sendDue();

        MimeMessage[] mails = mailbox.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
        assertThat(part(mails[1], 0)).isEqualTo(part(mails[0], 0));
        assertThat(part(mails[1], 1)).isEqualTo(part(mails[0], 1));
    }

    @Test
    void a_letter_that_another_node_holds_is_left_alone() {
        write("1");
        jdbc.sql("update letter set state = 'sending', next_try_at = ?")
                .param(LetterLedger.utc(clock.instant().plus(LEASE)))
                .update();
        assertThat(sender.sendDue()).isZero();
        clock.advance(LEASE);
        assertThat(sender.sendDue()).isEqualTo(1);
    }

    @Test
    void a_letter_that_was_overtaken_while_it_waited_never_leaves_and_its_fate_says_so() {
        int port = mailbox.getSmtp().getPort();
        mailbox.stop();
        write("1");
        write("2");
        sender.sendDue();
        overtaken.occurrence = "1";
        clock.advance(Duration.ofMinutes(61));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();

        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("no-longer-needed", "sent");
        assertThat(letters.of(CASE)).extracting(LetterView::problem).containsOnlyNulls();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        overtaken.occurrence = "";
        assertThat(sender.sendDue()).isZero();
        assertThat(undelivered.events).isEmpty();
    }

    @Test
    void whether_a_letter_left_before_a_crash_is_not_claimed_to_be_known() {
        write("1");
        overtaken.occurrence = "1";
        jdbc.sql("update letter set state = 'sending', next_try_at = queued_at").update();
        sender.sendDue();
        assertThat(letters.of(CASE).get(0).fate()).isEqualTo("no-longer-needed");
        assertThat(letters.of(CASE).get(0).problem()).contains("whether it was sent before");
    }

    @Test
    void a_mail_server_that_is_away_delays_letters_until_it_is_back() {
        int port = mailbox.getSmtp().getPort();
        mailbox.stop();
        write("1");
        write("2");
        assertThat(sender.sendDue()).isZero();

        LetterView delayed = letters.of(CASE).get(0);
        assertThat(delayed.fate()).isEqualTo("delayed");
        assertThat(delayed.nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(delayed.problem()).isNotBlank();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.advance(Duration.ofMinutes(61));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        assertThat(sender.sendDue()).isEqualTo(2);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(undelivered.events).isEmpty();
    }

    @Test
    void a_letter_without_an_address_is_on_record_and_somebody_is_told() {
        facts.customer(null, "en");
        undelivered.fails = true;
        write("1");
        sender.sendDue();
        assertThat(letters.of(CASE).get(0).fate()).isEqualTo("no-address");
        assertThat(letters.of(CASE).get(0).recipient()).isNull();

        undelivered.fails = false;
        clock.advance(LEASE);
        sender.sendDue();
        sender.sendDue();
        assertThat(undelivered.events).hasSize(1);
    }

    @Test
    void a_letter_that_came_back_is_settled_and_somebody_is_told_once() {
        write("1");
        sender.sendDue();
        LetterView sent = letters.of(CASE).get(0);
        clock.advance(Duration.ofHours(2));
        letters.bounced(sent.id(), "550 5.1.1\r\n  no such person");
        sender.sendDue();
        letters.bounced(sent.id(), "once more");
        sender.sendDue();

        LetterView bounced = letters.of(CASE).get(0);
        assertThat(bounced.fate()).isEqualTo("bounced");
        assertThat(bounced.problem()).isEqualTo("550 5.1.1 no such person");
        assertThat(bounced.sentAt()).isEqualTo(sent.sentAt());
        assertThat(bounced.bouncedAt()).isEqualTo(clock.instant());
        assertThat(undelivered.events).containsExactly(new LetterNotDelivered(CASE, sent.id(), "proposal"));
    }

    @Test
    void a_letter_to_a_customer_that_was_sent_is_told_of_once() {
        write("1");
        sender.sendDue();
        sender.sendDue();
        LetterView letter = only();
        assertThat(sent.events)
                .containsExactly(
                        new LetterSent(letter.id(), CASE, "proposal", "mary@example.org", true, clock.instant()));
    }

    @Test
    void a_letter_to_somebody_else_is_told_of_too_and_is_none_to_a_customer() {
        facts.addressees.clear();
        facts.addressees.add(
                new Addressee("Lee", "lee@example.org", "en", LettersOfTheHouse.usual("proposal", "en"), Map.of()));
        letters.write(CASE, "proposal", "media", "1", Map.of());
        sender.sendDue();
        assertThat(sent.events)
                .extracting(LetterSent::recipient, LetterSent::toCustomer)
                .containsExactly(tuple("lee@example.org", false));
    }

    @Test
    void whoever_fails_to_hear_of_a_sent_letter_does_not_make_it_leave_again() {
        sent.fails = true;
        write("1");
        assertThat(sender.sendDue()).isOne();
        assertThat(only().fate()).isEqualTo("sent");
        clock.advance(LEASE.plusSeconds(1));
        assertThat(sender.sendDue()).isZero();
    }

    @Test
    void a_letter_that_bounced_while_its_server_was_still_taking_it_stays_bounced() {
        write("1");
        String id = letters.of(CASE).get(0).id();
        DueLetter taken =
                ledger.claim(UUID.fromString(id), clock.instant(), LEASE).orElseThrow();
        letters.bounced(id, "no such person");
        ledger.sent(taken.id(), clock.instant());
        assertThat(letters.of(CASE).get(0).fate()).isEqualTo("bounced");
    }

    @Test
    void a_bounce_never_wakes_a_letter_that_was_refused() {
        facts.customer(null, "en");
        write("1");
        sender.sendDue();
        letters.bounced(letters.of(CASE).get(0).id(), "no such person");
        sender.sendDue();
        assertThat(letters.of(CASE).get(0).fate()).isEqualTo("no-address");
        assertThat(undelivered.events).hasSize(1);
    }

    @Test
    void a_mail_that_comes_in_finds_its_letter_by_message_id_and_by_the_address_of_its_envelope() {
        write("1");
        LetterView letter = letters.of(CASE).get(0);
        SentLetter found = new SentLetter(letter.id(), CASE, "proposal", "mary@example.org", true);
        String bare = letter.messageId().substring(1, letter.messageId().length() - 1);

        assertThat(letters.byMessageId(letter.messageId())).contains(found);
        assertThat(letters.byMessageId(" " + bare)).contains(found);
        assertThat(letters.byMessageId("<somebody@else.example>")).isEmpty();
        assertThat(letters.byMessageId("")).isEmpty();

        String bounces = "service+bounce-" + letter.id() + "@amends.example";
        assertThat(letters.byBounceAddress(bounces)).contains(found);
        assertThat(letters.byBounceAddress(bounces.toUpperCase(Locale.ROOT))).contains(found);
        assertThat(letters.byBounceAddress("service+bounce-" + UUID.randomUUID() + "@amends.example"))
                .isEmpty();
        assertThat(letters.byBounceAddress("other+bounce-" + letter.id() + "@amends.example"))
                .isEmpty();
        assertThat(letters.byBounceAddress("service@amends.example")).isEmpty();
    }

    @Test
    void a_colleague_without_an_address_is_no_reason_to_reach_the_customer() {
        facts.customer(null, "en");
        letters.write(CASE, "escalation", "team-leads", "1", Map.of());
        sender.sendDue();
        assertThat(letters.of(CASE)).hasSize(1);
        assertThat(undelivered.events).isEmpty();
    }

    @Test
    void a_wrong_name_is_told_clearly() {
        assertThatThrownBy(() -> letters.write(CASE, "aknowledgement", "customer", "1", Map.of()))
                .hasMessageContaining("Unknown letter 'aknowledgement'");
        assertThatThrownBy(() -> letters.write("LCR-2026-000001", "closing", "customer", "1", Map.of()))
                .hasMessageContaining("No module knows the case 'LCR-2026-000001'");
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(index).getContent().toString();
    }
}
