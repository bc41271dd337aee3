package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The house's own font, as it is used for drawings. */
class LetteringTest {

    private final Lettering letters = Lettering.of(font());

    private static byte[] font() {
        try {
            return new ClassPathResource("fonts/NotoSansSC-Regular.ttf").getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_has_what_english_and_simplified_chinese_need() {
        assertThat("Ünïcode “quotes” – → × … £ € 您好，投诉已解决。".codePoints().filter(it -> it != ' '))
                .allMatch(letters::has);
        assertThat(letters.has(0x1F642)).isFalse();
    }

    @Test
    void words_are_broken_between_words_and_chinese_anywhere() {
        assertThat(letters.lines("Contact the customer", 11, 45)).containsExactly("Contact", "the", "customer");
        assertThat(letters.lines("联系客户", 10, 21)).containsExactly("联系", "客户");
        assertThat(letters.lines("Indivisible", 11, 10)).containsExactly("Indivisible");
    }

    @Test
    void an_outline_is_as_wide_as_it_was_measured() {
        double width = letters.width("Amends", 100);
        assertThat(letters.outline("Amends", 0, 0, 100).getBounds2D().getWidth())
                .isBetween(width * 0.9, width);
    }
}
