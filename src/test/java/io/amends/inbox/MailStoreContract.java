package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of mails does, on whichever database. */
abstract class MailStoreContract {

    private MailTables tables;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void emptyTables() throws Exception {
        tables = new MailTables(database());
    }

    @Test
    void numbers_follow_each_other_and_a_mail_is_kept_as_it_came() {
        byte[] original = mail("<a@example.org>", "A kettle", "It leaks.");

        String number = tables.room.take(original);
        tables.room.take(mail("<b@example.org>", "A pan", "It sticks."));

        assertThat(number).isEqualTo("MAIL-2026-000001");
        Mail mail = tables.store.find(number).orElseThrow();
        assertThat(mail.subject()).isEqualTo("A kettle");
        assertThat(mail.sender()).isEqualTo("alex@example.org");
        assertThat(mail.recipients()).containsExactly("service@amends.example");
        assertThat(mail.state()).isEqualTo(MailState.TAKEN);
        assertThat(mail.size()).isEqualTo(original.length);
        assertThat(tables.store.original(number)).hasValue(original);
        assertThat(tables.store.text(number).text()).isEqualTo("It leaks.");
        assertThat(tables.all()).extracting(Mail::number).containsExactly("MAIL-2026-000002", "MAIL-2026-000001");
    }

    @Test
    void an_original_of_many_pieces_comes_back_whole() {
        byte[] original = Arrays.copyOf(mail("<big@example.org>", "Big", ""), 3_000_000);
        Arrays.fill(original, 300, original.length, (byte) 'x');

        String number = tables.room.take(original);

        assertThat(tables.store.original(number)).hasValue(original);
    }

    @Test
    void the_same_mail_is_taken_once_by_however_many_at_once() throws Exception {
        byte[] original = mail("<once@example.org>", "Once", "It leaks.");
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> taken = IntStream.range(0, 40)
                    .mapToObj(i -> nodes.submit(() -> tables.room.take(original)))
                    .toList();
            Set<String> numbers = new HashSet<>();
            for (Future<String> one : taken) {
                numbers.add(one.get());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(tables.count()).isEqualTo(1);
    }

    @Test
    void a_mail_without_a_message_id_is_known_by_its_bytes() {
        byte[] original = mail(null, "No id", "It leaks.");

        assertThat(tables.room.take(original)).isEqualTo(tables.room.take(original));
        assertThat(tables.room.take(mail(null, "No id", "It leaks much."))).isNotEqualTo(tables.room.take(original));
        assertThat(tables.count()).isEqualTo(2);
    }

    @Test
    void the_same_message_id_with_other_words_is_another_mail() {
        String first = tables.room.take(mail("<1@counter.example>", "Monday", "It leaks."));
        byte[] other = mail("<1@counter.example>", "Tuesday", "It broke.");

        String second = tables.room.take(other);

        assertThat(second).isNotEqualTo(first);
        assertThat(tables.room.take(other)).isEqualTo(second);
    }

    @Test
    void words_that_no_database_likes_are_kept_as_far_as_they_can_be() {
        String number = tables.room.take(mail(
                "<odd@example.org>", "Odd \u0000 " + "long ".repeat(300), "NUL \u0000 and \ud83d half, 中文 and 😀"));

        Mail mail = tables.store.find(number).orElseThrow();
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(500).doesNotContain("\u0000");
        assertThat(tables.store.text(number).text()).contains("中文 and 😀").doesNotContain("\u0000");
    }

    @Test
    void attachments_are_kept_within_bounds_and_the_others_are_named() {
        String body = """
                --b
                Content-Type: text/plain

                See the picture.
                --b
                Content-Type: image/png
                Content-Disposition: attachment; filename="kettle.png"
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --b
                Content-Type: application/x-msdownload
                Content-Disposition: attachment; filename="run.exe"
                Content-Transfer-Encoding: base64

                TVqQAAM=
                --b
                Content-Type: image/svg+xml
                Content-Disposition: attachment; filename="kettle.svg"

                <svg/>
                --b--
                """;
        String number =
                tables.room.take(("From: alex@example.org\r\nMessage-ID: <files@example.org>\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(tables.store.attachments(number))
                .extracting(MailAttachment::name, MailAttachment::kept)
                .containsExactly(tuple("kettle.png", true), tuple("run.exe", false), tuple("kettle.svg", false));
        assertThat(tables.store.content(number, 1))
                .hasValueSatisfying(bytes -> assertThat(bytes).startsWith(0x89, 'P', 'N', 'G'));
        assertThat(tables.store.content(number, 2)).isEmpty();
        assertThat(tables.store.content(number, 0)).isEmpty();
    }

    @Test
    void mails_are_found_by_number_case_sender_and_words_and_turned_over_page_by_page() {
        for (int i = 0; i < 60; i++) {
            tables.room.take(mail("<p" + i + "@example.org>", "Kettle " + i + (i == 7 ? " 100% broken" : ""), "x"));
            tables.clock.advance(Duration.ofMinutes(1));
        }
        tables.store.settle("MAIL-2026-000003", MailState.JOINED, "CMP-2026-000042", "By hand.");

        assertThat(found("mail-2026-000003")).containsExactly("MAIL-2026-000003");
        assertThat(found("CMP-2026-000042")).containsExactly("MAIL-2026-000003");
        assertThat(found("100% kettle")).containsExactly("MAIL-2026-000008");
        assertThat(found("nobody@else")).isEmpty();
        assertThat(tables.store
                        .search(new MailQuery("", "joined", "person", ""))
                        .mails())
                .extracting(Mail::number)
                .containsExactly("MAIL-2026-000003");
        MailPage first = tables.store.search(new MailQuery("alex", "", "", ""));
        MailPage second = tables.store.search(new MailQuery("alex", "", "", first.last()));
        assertThat(first.mails()).hasSize(50);
        assertThat(first.more()).isTrue();
        assertThat(second.mails()).hasSize(10).doesNotContainAnyElementsOf(first.mails());
        assertThat(second.more()).isFalse();
        assertThat(tables.store.ofCase("CMP-2026-000042")).hasSize(1);
    }

    @Test
    void a_due_mail_is_with_one_node_until_its_lease_ends() {
        String number = tables.room.take(mail("<lease@example.org>", "Lease", "x"));
        Instant now = tables.clock.instant();

        assertThat(tables.store.due(now, 10)).containsExactly(number);
        assertThat(tables.store.claim(number, now, now.plusSeconds(60))).hasValue(1);
        assertThat(tables.store.claim(number, now, now.plusSeconds(60))).isEmpty();
        assertThat(tables.store.due(now, 10)).isEmpty();
        assertThat(tables.store.claim(number, now.plusSeconds(60), now.plusSeconds(120)))
                .hasValue(2);
        tables.store.settle(number, MailState.RECORDED, null, "Nothing to do.");
        assertThat(tables.store.due(now.plusSeconds(600), 10)).isEmpty();
        assertThat(tables.store.waiting(MailState.TAKEN).count()).isZero();
    }

    private List<String> found(String text) {
        return tables.store.search(new MailQuery(text, "", "", "")).mails().stream()
                .map(Mail::number)
                .toList();
    }

    static byte[] mail(String messageId, String subject, String text) {
        return ((messageId == null ? "" : "Message-ID: " + messageId + "\r\n") + "From: Alex <alex@example.org>\r\n"
                        + "To: service@amends.example\r\nSubject: " + subject
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
