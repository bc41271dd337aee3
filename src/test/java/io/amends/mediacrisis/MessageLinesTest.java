package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.mediacrisis.MessageLines.Proof;
import io.amends.modeling.FormRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-7: one to five messages of at most 27 words. */
class MessageLinesTest {

    @ParameterizedTest
    @CsvSource({
        "'We are sorry, and we put it right.', 8",
        "'Don’t worry: the well-known plant runs at 2.5 bar.', 10",
        "'…', 0",
        "'state‑of‑the-art', 4",
        "'one,two.three four', 4",
        "我们深表歉意, 6",
        "'我们已停止销售 Model X2，正在检查。', 13",
        "'Ça va être réparé', 4"
    })
    void english_is_counted_by_words_and_chinese_by_characters(String message, int words) {
        assertThat(WordCount.of(message)).isEqualTo(words);
    }

    @Test
    void each_line_is_a_message_and_a_proof_names_its_message() {
        MessageLines lines = MessageLines.read(
                "We are sorry.\r\n\n  We put it right.  ",
                "1. We said so on Monday\n2) A team of ten works on it\nSince 1990");
        assertThat(lines.messages()).containsExactly("We are sorry.", "We put it right.");
        assertThat(lines.proofs())
                .containsExactly(
                        new Proof(1, "We said so on Monday"),
                        new Proof(2, "A team of ten works on it"),
                        new Proof(0, "Since 1990"));
    }

    @Test
    void six_messages_are_refused_with_the_count() {
        assertRefused("a\nb\nc\nd\ne\nf", "", "messages: must hold at most five messages, one in a line, but holds 6");
    }

    @Test
    void no_message_is_none() {
        assertRefused(" \n ", "", "holds none");
    }

    @Test
    void five_messages_of_27_words_pass() {
        String line = "word ".repeat(27);
        assertThat(MessageLines.read((line + "\n").repeat(5), "").messages()).hasSize(5);
    }

    @Test
    void every_message_that_is_too_long_is_named() {
        String tooLong = "word ".repeat(28);
        assertRefused("All is fine.\n" + tooLong + "\n" + "字".repeat(30), "", "message 2 has 28 words");
        assertRefused("All is fine.\n" + tooLong + "\n" + "字".repeat(30), "", "message 3 has 30 words");
    }

    @Test
    void hyphens_do_not_make_a_long_message_short() {
        assertRefused("word-".repeat(28), "", "message 1 has 28 words");
    }

    @Test
    void every_message_that_is_too_short_is_named() {
        assertRefused("We are sorry.\nSorry.\n道歉", "", "message 2 says nothing in 1 word and needs 3 at least: Sorry.");
        assertRefused("We are sorry.\nSorry.\n道歉", "", "message 3 says nothing in 2 words");
    }

    @Test
    void a_proof_of_a_message_that_is_not_there_is_named() {
        assertRefused("This is one.", "2. It is so", "proofs: names message 2, but there are only 1");
        assertRefused("This is one.", "99999999999999. It is so", "names message 99999999999999");
    }

    private static void assertRefused(String messages, String proofs, String reason) {
        assertThatThrownBy(() -> MessageLines.read(messages, proofs))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining(reason);
    }
}
