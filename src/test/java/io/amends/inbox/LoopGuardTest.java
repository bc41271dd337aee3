package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopGuardTest {

    private MailTables tables;
    private LoopGuard guard;
    private int mails;

    @BeforeEach
    void anEmptyInbox() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:guard;DB_CLOSE_DELAY=-1");
        tables = new MailTables(database);
        guard = new LoopGuard(
                tables.store,
                MailTables.properties("guard.opened=2", "guard.opened-by-domain=4", "guard.taken=6"),
                tables.clock);
    }

    @Test
    void one_sender_opens_so_many_complaints_in_a_day_whatever_the_tag_of_its_address() {
        opened("robot+1@rude.example");
        assertThat(guard.opensTooMany("robot+2@rude.example")).isFalse();
        opened("Robot+2@Rude.example");

        assertThat(guard.opensTooMany("robot@rude.example")).isTrue();
        assertThat(guard.opensTooMany("somebody@rude.example")).isFalse();
        tables.clock.advance(Duration.ofHours(25));
        assertThat(guard.opensTooMany("robot@rude.example")).isFalse();
    }

    @Test
    void a_program_with_an_address_of_its_own_for_each_mail_is_held_by_its_domain() {
        for (int i = 0; i < 4; i++) {
            assertThat(guard.opensTooMany("ticket" + i + "@rude.example")).isFalse();
            opened("ticket" + i + "@rude.example");
        }

        assertThat(guard.opensTooMany("ticket5@rude.example")).isTrue();
        assertThat(guard.opensTooMany("mary@example.org")).isFalse();
    }

    @Test
    void who_floods_the_house_makes_no_more_work_but_what_is_only_recorded_does_not_count() {
        for (int i = 0; i < 6; i++) {
            settled("robot@rude.example", MailState.RECORDED);
        }
        assertThat(guard.floods("robot@rude.example")).isFalse();
        for (int i = 0; i < 6; i++) {
            settled("robot@rude.example", i % 2 == 0 ? MailState.JOINED : MailState.TO_SORT);
        }

        assertThat(guard.floods("robot@rude.example")).isTrue();
        assertThat(guard.floods(null)).isFalse();
    }

    private void opened(String sender) {
        settled(sender, MailState.OPENED);
    }

    private void settled(String sender, MailState state) {
        String number =
                tables.room.take(("From: " + sender + "\r\nMessage-ID: <" + ++mails + "@x.example>\r\n\r\nA word.")
                        .getBytes(StandardCharsets.UTF_8));
        tables.store.settle(number, state, null, "Done.");
    }
}
