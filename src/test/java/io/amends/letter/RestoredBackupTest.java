package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.letter.ScriptedSmtp.Stage;
import io.amends.letter.ScriptedSmtp.Taken;
import io.amends.testing.OnPostgres;
import io.amends.testing.Postgres;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a backup came back, letters of the past wait for an operator (ADR 34). */
@OnPostgres
class RestoredBackupTest extends LetterDeskSlice {

    private static final SecurityContext OPERATOR = new SecurityContext() {
        @Override
        public Principal getPrincipal() {
            return () -> "admin";
        }

        @Override
        public boolean isUserInRole(String role) {
            return true;
        }
    };

    @Autowired
    HeldLettersEndpoint operator;

    @Autowired
    DatabaseIdentity identity;

    @Autowired
    LettersHealthIndicator health;

    private ScriptedSmtp smtp;

    @BeforeEach
    void aLedgerWithALetterThatLeftAndOneThatWaits() throws IOException {
        smtp = new ScriptedSmtp();
        server.setPort(smtp.port());
        smtp.at(Stage.RECIPIENT).of("full@example.org").answers("452 4.2.2 mailbox full");
        write("left");
        facts.customer("full@example.org", "en");
        write("waits");
        sender.sendDue();
        smtp.forgetsItsScript();
        facts.customer("mary@example.org", "en");
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void a_start_of_the_same_database_holds_nothing_back() {
        assertThat(operator.holding().heldSince()).isNull();
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(smtp.taken()).hasSize(2);
    }

    @Test
    void a_database_that_was_created_anew_is_another_one() throws Exception {
        assertThat(identity.read()).matches("\\d+/\\d+/[0-9A-F]{8}").isEqualTo(identity.read());
        DataSource anew = Postgres.freshDatabase();
        assertThat(new DatabaseIdentity(anew, JdbcClient.create(anew)).read()).isNotEqualTo(identity.read());
    }

    @Test
    void whoever_may_use_the_database_may_read_which_one_it_is() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("create role plain_user").update();
            jdbc.sql("set local role plain_user").update();
            assertThat(identity.read()).isNotBlank();
            status.setRollbackOnly();
        });
    }

    @Test
    void nothing_leaves_before_an_operator_has_decided() {
        restored();
        write("new");
        assertThat(sender.sendDue()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(sender.sendDue()).isZero();

        assertThat(smtp.taken()).hasSize(1);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("sent", "held", "held");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("held", 2).containsKey("heldSince");
        assertThat(operator.holding().letters())
                .extracting(LetterHold.Held::caseNumber)
                .containsOnly(CASE)
                .hasSize(2);
    }

    @Test
    void what_left_before_is_dropped_and_the_rest_leaves_once() {
        restored();
        write("new");
        sender.sendDue();
        String waits = letters.of(CASE).get(1).id();
        String fresh = letters.of(CASE).get(2).messageId();

        operator.decide("drop", UUID.fromString(waits), OPERATOR);
        operator.decide("send", null, OPERATOR);
        sender.sendDue();
        sender.sendDue();

        assertThat(smtp.taken()).hasSize(2);
        assertThat(smtp.taken().get(1).messageId()).isEqualTo(fresh);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("sent", "no-longer-needed", "sent");
        assertThat(letters.of(CASE).get(1).problem()).contains("restore").contains("admin");
        assertThat(letters.of(CASE)).extracting(LetterView::doubtfulTries).containsOnly(0);
        assertThat(operator.holding().heldSince()).isNull();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void what_is_sent_although_it_may_have_left_before_is_the_same_mail_and_says_so() {
        restored();
        sender.sendDue();
        operator.decide("send", null, OPERATOR);
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(letters.of(CASE).get(1).fate()).isEqualTo("sent");
        assertThat(letters.of(CASE).get(1).doubtfulTries()).isEqualTo(1);
        assertThat(smtp.taken())
                .extracting(Taken::messageId)
                .containsExactlyElementsOf(
                        letters.of(CASE).stream().map(LetterView::messageId).toList());
    }

    @Test
    void all_of_the_past_can_be_dropped_at_once() {
        restored();
        sender.sendDue();
        operator.decide("drop", null, OPERATOR);
        write("new");
        assertThat(sender.sendDue()).isEqualTo(1);
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsExactly("sent", "no-longer-needed", "sent");
    }

    @Test
    void a_letter_that_a_node_is_sending_right_now_is_left_to_it() {
        DueLetter taken = ledger.claim(UUID.fromString(letters.of(CASE).get(1).id()), clock.instant(), LEASE)
                .orElseThrow();
        restored();
        sender.sendDue();
        ledger.sent(taken.id(), clock.instant());
        assertThat(letters.of(CASE)).extracting(LetterView::fate).containsOnly("sent");
    }

    @Test
    void who_must_be_told_that_a_letter_will_not_arrive_is_told_meanwhile() {
        restored();
        letters.bounced(letters.of(CASE).get(0).id(), "no such person");
        sender.sendDue();
        assertThat(undelivered.events).hasSize(1);
    }

    @Test
    void a_decision_that_means_nothing_is_refused_in_words() {
        assertThatThrownBy(() -> operator.decide("burn", null, OPERATOR))
                .isInstanceOf(InvalidEndpointRequestException.class)
                .hasMessageContaining("'drop'");
        assertThatThrownBy(() -> operator.decide("drop", UUID.randomUUID(), OPERATOR))
                .hasMessageContaining("is held back");
    }

    /** As the ledger is found by an application that starts on a copy of this database. */
    private void restored() {
        jdbc.sql("update letter_home set database_identity = 'the database that the backup was made of'")
                .update();
    }
}
