package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A real mailbox by IMAP: nothing is marked before it is safe, nothing is lost, nothing is taken twice. */
class MailboxWatchTest {

    private static final String HOUSE = "service@amends.example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser(HOUSE, HOUSE, "secret"));
    private final Outage database = new Outage();
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Integration.class);
    private final List<MailboxWatch> watches = new ArrayList<>();
    private final MailboxState state = new MailboxState();
    private MailTables tables;

    @Configuration
    @EnableIntegration
    static class Integration {}

    @BeforeEach
    void anEmptyMailbox() {
        server.start();
        tables = new MailTables(database);
    }

    @AfterEach
    void stop() {
        watches.forEach(MailboxWatch::stop);
        server.stop();
        beans.close();
    }

    @Test
    void mail_is_stored_then_marked_and_never_taken_again() throws Exception {
        arrives("<first@example.org>", "It leaks.");
        watch();
        until(() -> tables.count() == 1);
        arrives("<second@example.org>", "It broke.");
        until(() -> tables.count() == 2);

        until(() -> marked() == 2 && state.problem() == null);
        assertThat(state.lastLook()).isNotNull();
        watches.get(0).stop();
        watch();
        Thread.sleep(1500);
        assertThat(tables.count()).isEqualTo(2);
    }

    @Test
    void a_mailbox_without_idle_is_looked_at_again_and_again() throws Exception {
        watch("idle=false", "poll=200ms");
        arrives("<polled@example.org>", "It leaks.");

        until(() -> tables.count() == 1);
    }

    @Test
    void a_crash_between_the_store_and_the_mark_brings_the_mail_again_and_it_is_taken_once() throws Exception {
        arrives("<crash@example.org>", "It leaks.");
        arrives(null, "It leaks, and this mail has no id.");
        List<String> stored = new ArrayList<>();
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        for (int round = 0; round < 2; round++) {
            int killAfter = round + 1;
            int[] seen = {0};
            ImapMailbox killed = new ImapMailbox(properties(), scheduler, beans, message -> {
                stored.add(tables.room.take(bytes(message)));
                seen[0]++;
                if (seen[0] == killAfter) {
                    throw new IllegalStateException("killed");
                }
                return false;
            });
            assertThatThrownBy(killed::receive).hasStackTraceContaining("killed");
            killed.destroy();
        }
        assertThat(marked()).isZero();

        watch();

        until(() -> marked() == 2);
        assertThat(tables.count()).isEqualTo(2);
        assertThat(stored).contains("MAIL-2026-000001", "MAIL-2026-000002");
        scheduler.shutdown();
    }

    @Test
    void while_the_database_is_away_mail_waits_in_the_mailbox() throws Exception {
        watch();
        until(() -> state.lastLook() != null);
        database.away = true;
        arrives("<patient@example.org>", "It leaks.");
        until(() -> state.problem() != null);
        assertThat(marked()).isZero();

        database.away = false;

        until(() -> marked() == 1 && state.problem() == null);
        assertThat(tables.count()).isEqualTo(1);
    }

    @Test
    void two_nodes_on_one_mailbox_take_each_mail_once() throws Exception {
        watch();
        watch();
        for (int i = 0; i < 30; i++) {
            arrives("<node" + i + "@example.org>", "Mail " + i);
        }

        until(() -> marked() == 30);
        assertThat(tables.all()).hasSize(30);
    }

    @Test
    void a_server_that_goes_away_is_found_again() throws Exception {
        watch();
        until(() -> state.lastLook() != null);
        int port = server.getImap().getPort();
        server.stop();
        until(() -> state.problem() != null);
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(HOUSE, HOUSE, "secret"));
        again.start();
        try {
            again.getUserManager().getUser(HOUSE).deliver(message("<later@example.org>", "It leaks."));

            until(() -> tables.count() == 1 && state.problem() == null);
        } finally {
            watches.forEach(MailboxWatch::stop);
            again.stop();
        }
    }

    @Test
    void a_mail_that_is_too_large_stays_and_its_head_goes_to_a_person() throws Exception {
        arrives("<huge@example.org>", "x".repeat(5_000));
        arrives("<small@example.org>", "It leaks.");

        watch("largest-message=2KB");

        until(() -> marked() == 2);
        assertThat(tables.all())
                .filteredOn(mail -> !mail.whole())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.kind()).isEqualTo(ReadMessage.Kind.UNREADABLE);
                    assertThat(mail.sender()).isEqualTo("alex@example.org");
                    assertThat(mail.subject()).isEqualTo("A kettle");
                    assertThat(mail.size()).isGreaterThan(5_000);
                    assertThat(mail.why()).contains("stays in the mailbox");
                    assertThat(tables.store.original(mail.number()).orElseThrow())
                            .hasSizeLessThan(1_000);
                });
        assertThat(tables.all()).filteredOn(Mail::whole).hasSize(1);
    }

    @Test
    void nobody_is_let_in_with_a_wrong_password_and_health_says_so() throws Exception {
        arrives("<closed@example.org>", "It leaks.");
        watch("password=wrong");

        until(() -> state.problem() != null);
        assertThat(new InboxHealthIndicator(properties(), state, tables.store)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("DOWN");
        assertThat(tables.count()).isZero();
    }

    // ------------------------------------------------------------

    private void watch(String... settings) {
        InboxProperties properties = properties(settings);
        MailboxWatch watch =
                new MailboxWatch(properties, tables.room(properties), mock(MailWork.class), state, beans, tables.clock);
        watch.start();
        watches.add(watch);
    }

    private InboxProperties properties(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "host=127.0.0.1",
                "port=" + server.getImap().getPort(),
                "ssl=false",
                "username=" + HOUSE,
                "password=secret",
                "retry=200ms"));
        all.addAll(List.of(settings));
        return MailTables.properties(all.toArray(String[]::new));
    }

    private void arrives(String messageId, String text) throws MessagingException {
        server.getUserManager().getUser(HOUSE).deliver(message(messageId, text));
    }

    private static MimeMessage message(String messageId, String text) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(MailStoreContract.mail(messageId, "A kettle", text)));
    }

    private static byte[] bytes(Message message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages of the mailbox carry the mark. */
    private long marked() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        Flags flags = message.getFlags();
                        return List.of(flags.getUserFlags()).contains(TakenMark.KEYWORD)
                                || flags.contains(Flags.Flag.FLAGGED);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (reached.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("That did not come about within 30 seconds");
    }

    /** A database that can go away. */
    private static final class Outage extends DelegatingDataSource {

        volatile boolean away;

        Outage() {
            JdbcDataSource real = new JdbcDataSource();
            real.setURL("jdbc:h2:mem:outage;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            setTargetDataSource(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("The database is away");
            }
            return super.getConnection();
        }
    }
}
