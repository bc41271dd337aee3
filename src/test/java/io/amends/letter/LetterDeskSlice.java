package io.amends.letter;

import io.amends.letter.LetterTestApp.LetterTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The letter desk with a customer, a moved clock and an empty ledger; letters leave when the test says so. */
@LetterTest
@ContextConfiguration(classes = {LetterTestApp.class, LetterDeskSlice.Parts.class})
abstract class LetterDeskSlice {

    static final String CASE = "CMP-2026-000042";
    static final Duration LEASE = Duration.ofMinutes(15);

    @Autowired
    Letters letters;

    @Autowired
    LetterSender sender;

    @Autowired
    LetterLedger ledger;

    @Autowired
    FakeFacts facts;

    @Autowired
    Undelivered undelivered;

    @Autowired
    Sent sent;

    @Autowired
    Overtaken overtaken;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovedClock clock;

    @Autowired
    LettersHealthIndicator health;

    static class Parts {
        @Bean
        FakeFacts facts() {
            return new FakeFacts();
        }

        @Bean
        Overtaken overtaken() {
            return new Overtaken();
        }

        @Bean
        Undelivered undelivered() {
            return new Undelivered();
        }

        @Bean
        Sent sent() {
            return new Sent();
        }
    }

    /** Says no to what the test names. */
    static class Overtaken implements LetterCheck {
        String occurrence = "";
        String broken = "";

        @Override
        public boolean stillWanted(String caseNumber, String letter, String occurrence) {
            if (occurrence.equals(broken)) {
                throw new IllegalStateException("Nobody can say whether it is still wanted");
            }
            return !occurrence.equals(this.occurrence);
        }
    }

    static class Undelivered {
        final List<LetterNotDelivered> events = new ArrayList<>();
        boolean fails;

        @EventListener
        void on(LetterNotDelivered event) {
            if (fails) {
                throw new IllegalStateException("The listener fails");
            }
            events.add(event);
        }
    }

    static class Sent {
        final List<LetterSent> events = new ArrayList<>();
        boolean fails;

        @EventListener
        void on(LetterSent event) {
            if (fails) {
                throw new IllegalStateException("The listener fails");
            }
            events.add(event);
        }
    }

    private Properties asConfigured = new Properties();

    @BeforeEach
    void anEmptyLedger(@Autowired MailProperties configured) {
        asConfigured = new Properties();
        asConfigured.putAll(configured.getProperties());
        clock.reset();
        sender.stop(); // the tests say when letters leave
        jdbc.sql("delete from letter_link").update();
        jdbc.sql("delete from letter").update();
        undelivered.events.clear();
        undelivered.fails = false;
        sent.events.clear();
        sent.fails = false;
        overtaken.occurrence = "";
        overtaken.broken = "";
        jdbc.sql("delete from letter_home").update();
        facts.customer("mary@example.org", "en");
        server.setJavaMailProperties(asConfigured);
    }

    /** A server that is silent costs the test no minute. */
    void impatient() {
        Properties impatient = new Properties();
        impatient.putAll(asConfigured);
        impatient.setProperty("mail.smtp.timeout", "400");
        server.setJavaMailProperties(impatient);
    }

    void write(String occurrence) {
        letters.write(CASE, "proposal", "customer", occurrence, Map.of("proposalNumber", 1));
    }

    LetterView only() {
        List<LetterView> all = letters.of(CASE);
        if (all.size() != 1) {
            throw new AssertionError("One letter was expected: " + all);
        }
        return all.get(0);
    }
}
