package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A mail without a name of its own is the same mail however often it is delivered (T-3). */
class MessageHashTest {

    private static final String MAIL = "From: ann@example.org\r\nReceived: by nobody\r\n\r\nWhere is it?\r\n";

    @Test
    void what_servers_write_above_a_mail_does_not_make_it_another() {
        String first =
                "Return-Path: <ann@example.org>\r\nReceived: from a.example\r\n\tby b.example; Mon, 30 Nov 2026 13:00:00 +0000\r\n";
        String again = "received: from a.example; Mon, 30 Nov 2026 13:00:02 +0000\r\n";
        assertThat(hash(first + MAIL)).isEqualTo(hash(MAIL)).isEqualTo(hash(again + MAIL));
    }

    @Test
    void every_other_byte_does() {
        assertThat(hash(MAIL)).isNotEqualTo(hash(MAIL + " "));
        assertThat(hash("Subject: Parcel\r\n" + MAIL)).isNotEqualTo(hash(MAIL));
        assertThat(hash(MAIL.replace("by nobody", "by somebody"))).isNotEqualTo(hash(MAIL));
    }

    @Test
    void a_mail_of_nothing_has_a_hash_too() {
        assertThat(hash("")).startsWith("sha256:").hasSize(71);
    }

    private static String hash(String mail) {
        return MessageHash.of(mail.getBytes(StandardCharsets.ISO_8859_1));
    }
}
