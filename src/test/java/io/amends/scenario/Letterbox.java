package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.letter.LetterView;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes mail as people and programs do, sends it to the house by SMTP, and waits until the house has taken it in. */
@TestComponent
class Letterbox {

    private static final long PATIENCE_MILLIS = 60_000;

    private final JdbcClient jdbc;

    Letterbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a mail. */
    record Fate(
            String number,
            String kind,
            String state,
            @Nullable String caseNumber,
            @Nullable String how) {}

    static Writing from(String sender) {
        return new Writing(sender);
    }

    /** A mail server's report on a letter of ours. */
    static Writing report(String messageId, String recipient, String action, String status) {
        String body = """
                --b
                Content-Type: text/plain

                Your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.org

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: %s

                --b--
                """.formatted(recipient, action, status, messageId, "Your complaint");
        return from("MAILER-DAEMON@mail.example.org")
                .subject("Delivery Status Notification")
                .head("Auto-Submitted", "auto-replied")
                .head("Content-Type", "multipart/report; report-type=delivery-status; boundary=b")
                .says(body);
    }

    /** Sends a mail and waits until it is where it belongs. */
    Fate arrives(Writing mail) {
        PostOffice.arrives(mail.bytes(), mail.to);
        return fateOf(mail.messageId);
    }

    Fate fateOf(String messageId) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            Optional<Fate> fate = find("message_key = ? and state <> 'taken'", messageId);
            if (fate.isPresent()) {
                return fate.get();
            }
            pause();
        }
        throw new AssertionError("The mail " + messageId + " was not brought anywhere; there are " + all());
    }

    Fate of(String number) {
        return find("number = ?", number).orElseThrow();
    }

    /** The mail that is about a case, once there is one. */
    List<Fate> of(String column, String value) {
        return jdbc.sql("select number, kind, state, case_number, how from inbox_mail where " + column
                        + " = ? order by number")
                .param(value)
                .query((row, n) -> new Fate(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** Waits until as many mails of a sender were taken in and brought somewhere. */
    List<Fate> waitFor(int count, String sender) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        List<Fate> fates = List.of();
        while (System.nanoTime() < end) {
            fates = of("sender", sender);
            if (fates.size() >= count
                    && fates.stream().noneMatch(fate -> fate.state().equals("taken"))) {
                return fates;
            }
            pause();
        }
        throw new AssertionError("Of " + count + " mails by " + sender + " came " + fates);
    }

    long count() {
        return jdbc.sql("select count(*) from inbox_mail").query(Long.class).single();
    }

    private Optional<Fate> find(String which, String key) {
        return jdbc.sql("select number, kind, state, case_number, how from inbox_mail where " + which)
                .param(key)
                .query((row, n) -> new Fate(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    private List<String> all() {
        return jdbc.sql("select number || ' ' || message_key || ' ' || state || ' ' || subject from inbox_mail")
                .query(String.class)
                .list();
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as its sender makes it. */
    static final class Writing {

        private final Map<String, String> head = new LinkedHashMap<>();
        private final String messageId = "<" + UUID.randomUUID() + "@mail.example.org>";
        private String to = PostOffice.HOUSE;
        private String body = "The kettle still leaks, and nobody has called me.\n";

        Writing(String sender) {
            head.put("Message-ID", messageId);
            head.put("From", sender.contains("<") ? sender : "Alex Doe <" + sender + ">");
            head.put("To", to);
            head.put("Date", "Mon, 2 Mar 2026 10:00:00 +0000");
            head.put("Subject", "A leaking kettle");
            head.put("Content-Type", "text/plain; charset=utf-8");
        }

        Writing answering(LetterView letter) {
            return head("In-Reply-To", letter.messageId()).subject("Re: " + letter.subject());
        }

        Writing to(String address) {
            to = address;
            return head("To", address);
        }

        Writing subject(String subject) {
            return head("Subject", subject);
        }

        Writing says(String text) {
            body = text + "\n";
            return this;
        }

        Writing head(String name, @Nullable String value) {
            if (value == null) {
                head.remove(name);
            } else {
                head.put(name, value);
            }
            return this;
        }

        String messageId() {
            return messageId;
        }

        byte[] bytes() {
            StringBuilder mail = new StringBuilder();
            head.forEach((name, value) ->
                    mail.append(name).append(": ").append(value).append("\r\n"));
            assertThat(mail.toString()).doesNotContain("\n\n");
            return mail.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
