package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.letter.ScriptedSmtp.Rule;
import io.amends.letter.ScriptedSmtp.Stage;
import io.amends.letter.ScriptedSmtp.Taken;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;

/** Whatever a mail server does, each letter arrives once or somebody is told. */
class SmtpFaultsTest extends LetterDeskSlice {

    private static final int ANSWERS_OF_ONE_MAIL = 12;

    @Autowired
    LettersHealthIndicator health;

    @Autowired
    MeterRegistry metrics;

    private ScriptedSmtp smtp;

    @BeforeEach
    void aServer() throws IOException {
        smtp = new ScriptedSmtp();
        server.setPort(smtp.port());
    }

    @AfterEach
    void close() {
        smtp.close();
    }

    // ------------------------------------------------------------ put off

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.2 too busy",
        "HELLO, 451 4.3.0 not now",
        "SENDER, 451 4.3.0 not now",
        "RECIPIENT, 452 4.2.2 mailbox full",
        "DATA, 451 4.3.0 not now",
        "TAKEN, 451 4.7.1 greylisted"
    })
    void what_is_put_off_at_any_stage_is_tried_again_and_arrives_once(Stage stage, String answer) {
        smtp.at(stage).answers(answer);
        write("1");
        assertThat(sender.sendDue()).isZero();
        assertThat(only().fate()).isEqualTo("delayed");
        assertThat(only().problem()).contains(answer.substring(4));

        smtp.forgetsItsScript();
        assertThat(sender.sendDue()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertArrivedOnce();
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "TAKEN", mode = EnumSource.Mode.EXCLUDE)
    void a_server_that_falls_silent_holds_a_letter_up_and_never_for_good(Stage stage) {
        impatient();
        Rule silence = smtp.at(stage);
        silence.stalls();
        write("1");
        assertThat(sender.sendDue()).isZero();
        assertThat(only().fate()).isIn("delayed", "unknown");
        assertThat(only().problem()).isNotBlank();

        smtp.forgetsItsScript();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertArrivedOnce();
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "TAKEN", mode = EnumSource.Mode.EXCLUDE)
    void a_line_that_is_cut_before_the_mail_was_taken_costs_a_minute(Stage stage) {
        smtp.at(stage).once().drops();
        write("1");
        assertThat(sender.sendDue()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertArrivedOnce();
    }

    @Test
    void a_slow_greeting_is_waited_for() throws Exception {
        Rule pause = smtp.at(Stage.GREETING).pauses();
        write("1");
        CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(sender::sendDue);
        pause.awaitSomebody();
        assertThat(only().fate()).isEqualTo("queued");
        pause.goOn();
        assertThat(sending.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertArrivedOnce();
    }

    @Test
    void a_node_holds_a_letter_longer_than_all_time_outs_of_one_mail_together() {
        Duration connect = configured("connectiontimeout");
        Duration answer = configured("timeout");
        Duration write = configured("writetimeout");
        assertThat(List.of(connect, answer, write)).allMatch(timeOut -> timeOut.compareTo(Duration.ZERO) > 0);
        assertThat(connect.plus(write).plus(answer.multipliedBy(ANSWERS_OF_ONE_MAIL)))
                .isLessThan(LEASE);
    }

    @Test
    void tries_come_less_and_less_often_and_end_after_five_days() {
        smtp.at(Stage.RECIPIENT).answers("452 4.2.2 mailbox full");
        write("1");
        Instant written = clock.instant();
        for (int minutes : List.of(1, 2, 4, 8, 16, 32, 64, 128, 240, 240)) {
            sender.sendDue();
            assertThat(only().nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            clock.advance(Duration.ofMinutes(minutes));
        }
        while (only().nextTryAt() != null) {
            clock.advance(Duration.ofHours(4));
            sender.sendDue();
        }
        assertThat(only().fate()).isEqualTo("refused");
        assertThat(only().problem()).contains("mailbox full");
        assertThat(Duration.between(written, clock.instant())).isBetween(Duration.ofDays(5), Duration.ofHours(124));
        assertThat(undelivered.events).hasSize(1);
    }

    @Test
    void a_server_that_is_down_is_not_called_for_every_single_letter() {
        smtp.at(Stage.GREETING).answers("421 4.3.2 down");
        for (int i = 0; i < 10; i++) {
            write(String.valueOf(i));
        }
        sender.sendDue();
        assertThat(smtp.connections()).isEqualTo(1);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsOnly("delayed");
    }

    // ------------------------------------------------------------ refused

    @ParameterizedTest
    @CsvSource({"RECIPIENT, 550 5.1.1 no such person", "DATA, 554 5.7.1 not this", "TAKEN, 552 5.3.4 too large"})
    void what_is_refused_is_not_tried_again_and_somebody_is_told_once(Stage stage, String answer) {
        smtp.at(stage).once().answers(answer);
        write("1");
        sender.sendDue();
        clock.advance(Duration.ofDays(1));
        sender.sendDue();

        assertThat(smtp.taken()).isEmpty();
        assertThat(only().fate()).isEqualTo("refused");
        assertThat(only().problem()).contains(answer.substring(4));
        assertThat(undelivered.events).containsExactly(new LetterNotDelivered(CASE, only().id(), "proposal"));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 5.7.1 your address is on a list",
        "HELLO, 550 5.7.1 who are you",
        "SENDER, 530 5.7.0 sign in first",
        "SENDER, 550 5.1.0 sender refused",
        "SENDER, 553 5.7.1 not your address",
        "SENDER, 503 5.5.1 encrypt first",
        "RECIPIENT, 530 5.7.0 sign in first",
        "RECIPIENT, 550 5.1.8 the domain of the sender is not known",
        "RECIPIENT, 553 5.1.7 a strange sender"
    })
    void a_mistake_of_our_own_is_not_held_against_the_customer(Stage stage, String answer) {
        smtp.at(stage).answers(answer);
        write("1");
        sender.sendDue();
        assertThat(only().fate()).isEqualTo("delayed");
        assertThat(undelivered.events).isEmpty();

        smtp.forgetsItsScript(); // the operator has put it right
        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertArrivedOnce();
    }

    @Test
    void of_many_letters_only_the_ones_that_are_refused_or_put_off_stay() {
        smtp.at(Stage.RECIPIENT).of("gone@example.org").answers("550 5.1.1 no such person");
        smtp.at(Stage.RECIPIENT).of("full@example.org").answers("452 4.2.2 mailbox full");
        smtp.at(Stage.TAKEN).of("cut@example.org").once().drops();
        for (String who : List.of("gone", "ann", "full", "bob", "cut", "cleo")) {
            facts.customer(who + "@example.org", "en");
            write("1");
        }
        assertThat(sender.sendDue()).isEqualTo(3);
        assertThat(letters.of(CASE).stream().collect(Collectors.toMap(LetterView::recipient, LetterView::fate)))
                .containsEntry("gone@example.org", "refused")
                .containsEntry("full@example.org", "delayed")
                .containsEntry("cut@example.org", "unknown")
                .containsEntry("ann@example.org", "sent")
                .containsEntry("bob@example.org", "sent")
                .containsEntry("cleo@example.org", "sent");
        assertThat(undelivered.events).hasSize(1);
        assertThat(gauge("waiting")).isEqualTo(2);
        assertThat(gauge("delayed")).isEqualTo(1);
        assertThat(gauge("unknown")).isEqualTo(1);
        assertThat(gauge("held")).isZero();
        clock.advance(Duration.ofSeconds(30));
        assertThat(gauge("oldest")).isEqualTo(30);
    }

    @Test
    void a_letter_that_nobody_can_make_a_mail_of_does_not_stop_the_others() {
        overtaken.broken = "poison";
        write("poison");
        write("1");
        write("2");
        assertThat(sender.sendDue()).isEqualTo(2);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("delayed", "sent", "sent");
        assertThat(letters.of(CASE).get(0).problem()).contains("Nobody can say whether it is still wanted");
    }

    // ------------------------------------------------------------ unknown

    @Test
    void no_answer_after_the_whole_mail_means_the_same_mail_again_and_the_record_says_so() {
        smtp.at(Stage.TAKEN).once().drops();
        write("1");
        assertThat(sender.sendDue()).isZero();
        assertThat(only().fate()).isEqualTo("unknown");
        assertThat(only().nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));

        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertSameMailTwice();
    }

    @Test
    void an_answer_that_takes_too_long_is_no_answer() {
        impatient();
        smtp.at(Stage.TAKEN).once().stalls();
        write("1");
        assertThat(sender.sendDue()).isZero();
        assertThat(only().fate()).isEqualTo("unknown");

        clock.advance(Duration.ofMinutes(1));
        assertThat(sender.sendDue()).isEqualTo(1);
        assertSameMailTwice();
    }

    @Test
    void what_may_have_left_and_is_no_longer_needed_does_not_leave_again_and_says_what_nobody_knows() {
        smtp.at(Stage.TAKEN).once().drops();
        write("1");
        sender.sendDue();
        overtaken.occurrence = "1";
        clock.advance(Duration.ofMinutes(1));
        sender.sendDue();
        assertThat(smtp.taken()).hasSize(1);
        assertThat(only().fate()).isEqualTo("no-longer-needed");
        assertThat(only().problem()).contains("whether it was sent before");
    }

    // ------------------------------------------------------------ on the way

    @Test
    void a_bounce_comes_to_an_address_that_names_the_letter() {
        write("1");
        sender.sendDue();
        Taken mail = smtp.taken().get(0);
        assertThat(mail.sender()).isEqualTo("service+bounce-" + only().id() + "@amends.example");
        assertThat(mail.source()).contains("From: Amends service desk <service@amends.example>");
        assertThat(letters.byBounceAddress(mail.sender())).map(SentLetter::id).contains(only().id());
    }

    // ------------------------------------------------------------ health

    @Test
    void one_full_mailbox_is_a_warning_and_a_silent_server_an_alarm() {
        smtp.at(Stage.RECIPIENT).of("full@example.org").answers("452 4.2.2 mailbox full");
        facts.customer("full@example.org", "en");
        write("1");
        sender.sendDue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        clock.advance(Duration.ofMinutes(61));
        assertThat(health.health().getStatus()).isEqualTo(new Status("WARNING"));
        assertThat(health.health().getDetails()).containsEntry("waiting", 1L).containsEntry("delayed", 1L);

        smtp.close();
        facts.customer("mary@example.org", "en");
        write("1");
        sender.sendDue();
        clock.advance(Duration.ofMinutes(61));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void assertArrivedOnce() {
        assertThat(smtp.taken()).extracting(Taken::messageId).containsExactly(only().messageId());
        assertThat(only().fate()).isEqualTo("sent");
        assertThat(only().problem()).isNull();
        assertThat(undelivered.events).isEmpty();
    }

    private void assertSameMailTwice() {
        assertThat(smtp.taken()).hasSize(2);
        assertThat(smtp.taken().get(1)).isEqualTo(smtp.taken().get(0));
        assertThat(only().fate()).isEqualTo("sent");
        assertThat(only().doubtfulTries()).isEqualTo(1);
    }

    private double gauge(String name) {
        return metrics.get("amends.letters." + name).gauge().value();
    }

    private Duration configured(String timeOut) {
        return Duration.ofMillis(Long.parseLong(server.getJavaMailProperties().getProperty("mail.smtp." + timeOut)));
    }
}
