package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mails that are made to stop their reader. */
class ReaderBoundsTest {

    /** Long enough for a busy machine, far too short for work that grows with the square of the mail. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String HEAD = "From: anna@example.org\nSubject: bomb\nMessage-ID: <a1@example.org>\n";

    private final MessageReader reader = new MessageReader();

    @Test
    void parts_inside_parts_end_at_some_depth() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 3000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        ReadMessage read = read(mail.toString());
        assertThat(read.kind()).isEqualTo(ReadMessage.Kind.UNREADABLE);
        assertThat(read.why()).contains("one inside the other");
        assertThat(read.subject()).isEqualTo("bomb");
        assertThat(read.fromAddress()).isEqualTo("anna@example.org");
        assertThat(read.messageId()).isEqualTo("<a1@example.org>");
    }

    @Test
    void parts_beside_parts_end_at_some_number() {
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(100_000) + "--b--\n";
        assertThat(read(mail).kind()).isEqualTo(ReadMessage.Kind.UNREADABLE);
    }

    @Test
    void a_boundary_that_is_never_right_is_guessed_a_bounded_number_of_times() {
        StringBuilder mail = new StringBuilder(HEAD).append("Content-Type: multipart/mixed\n\n");
        for (int i = 0; i < 3000; i++) {
            mail.append("--b").append(i).append("\nContent-Type: multipart/mixed\n\n");
        }
        Invariants.hold(read(mail.toString()));
    }

    @Test
    void a_header_ends_at_some_size() {
        assertThat(read(HEAD + "References: " + "<id@example.org> ".repeat(1_000_000) + "\n\nx")
                        .kind())
                .isEqualTo(ReadMessage.Kind.UNREADABLE);
        assertThat(read(HEAD + "X-Much: y\n".repeat(500_000) + "\n\nx").kind()).isEqualTo(ReadMessage.Kind.UNREADABLE);
    }

    @Test
    void a_type_longer_than_any_is_taken_for_none() {
        ReadMessage read = read(HEAD + "Content-Type: " + "a".repeat(5000) + "/b; name=x.bin\n\nx");
        assertThat(read.attachments()).extracting(Attached::type).containsExactly("application/octet-stream");
    }

    @Test
    void many_ids_and_recipients_are_not_all_kept() {
        ReadMessage read = read(
                HEAD + "References: " + many("<", "@example.org> ") + "\nTo: " + many("a", "@example.org,") + "\n\nx");
        assertThat(read.inReplyTo()).hasSize(50).startsWith("<2999@example.org>");
        assertThat(read.recipients()).hasSize(200);
    }

    @Test
    void headers_without_an_end_of_anything_take_no_time() {
        for (String piece : new String[] {
            "(", "\"", "<", "=?utf-8?q?", "=?", "@", "a@", "a:", ";", "a=\"", "a*0*=", "\\", "[", "=?a?b?=?"
        }) {
            String long0 = piece.repeat(120_000 / piece.length());
            Invariants.hold(read("From: " + long0 + "\nTo: " + long0 + "\nSubject: " + long0
                    + "\nContent-Type: text/plain; " + long0 + "\nContent-Disposition: " + long0 + "\nMessage-ID: "
                    + long0 + "\nDate: " + long0 + "\n\nx"));
        }
    }

    @Test
    void bodies_without_an_end_of_anything_take_no_time() {
        for (String piece : new String[] {
            "on ",
            ">",
            "> \n",
            "--\n",
            "-",
            "_\n",
            "From: a@b.example\n",
            "在",
            "a",
            "a\n",
            " ",
            "\n",
            "begin 644 a\n",
            "a@b.example ",
            "<a@b.example>:\n",
            "写道：\n"
        }) {
            String body = piece.repeat(600_000 / piece.length());
            Invariants.hold(read(HEAD + "\n" + body));
            Invariants.hold(read("From: MAILER-DAEMON@example.org\nSubject: failure notice\n\n" + body));
        }
    }

    @Test
    void html_without_an_end_of_anything_takes_no_time() {
        for (String piece : new String[] {
            "<div>",
            "<div class=gmail_quote>",
            "<a>",
            "<blockquote>",
            "<table><tr><td>",
            "<p>a",
            "<a href='http://x.example'>",
            "<!--",
            "<b><i>",
            "&",
            "<pre>\n",
            "<br>",
            "<font>x</p>"
        }) {
            Invariants.hold(read(HEAD + "Content-Type: text/html\n\n" + piece.repeat(300_000 / piece.length())));
        }
    }

    @Test
    void a_stream_is_read_as_its_bytes_are() throws IOException {
        byte[] mail = (HEAD + "\nx").getBytes(StandardCharsets.US_ASCII);
        assertThat(reader.read(new ByteArrayInputStream(mail))).isEqualTo(reader.read(mail));
    }

    @Test
    void nothing_at_all_says_why_it_cannot_be_read() {
        assertThat(read("").why()).isEqualTo("it has no header");
        assertThat(read("\n\n\n").why()).isEqualTo("it has no header");
    }

    private ReadMessage read(String mail) {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        return assertTimeoutPreemptively(
                PATIENCE, () -> reader.read(bytes), () -> mail.substring(0, Math.min(200, mail.length())));
    }

    private static String many(String before, String after) {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            many.append(before).append(i).append(after);
        }
        return many.toString();
    }
}
