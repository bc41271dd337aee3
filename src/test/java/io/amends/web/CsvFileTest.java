package io.amends.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void no_text_is_a_formula(String text) {
        assertThat(CsvFile.defused(text)).isEqualTo("'" + text);
    }

    @Test
    void harmless_texts_stay_as_they_are() {
        assertThat(CsvFile.defused("")).isEmpty();
        assertThat(CsvFile.defused("a=b")).isEqualTo("a=b");
    }

    @Test
    void rows_are_as_the_standard_says_and_numbers_stay_numbers() throws Exception {
        CsvFile file = CsvFile.answer(response, "some figures.csv", "who", "what", "how_much");
        file.row("Ann, \"the one\"", "=cmd|' /C calc'!A0", new BigDecimal("-12.50"));
        file.row("line\nbreak", null, 7);
        file.end();

        assertThat(response.getContentAsString())
                .isEqualTo("who,what,how_much\r\n"
                        + "\"Ann, \"\"the one\"\"\",'=cmd|' /C calc'!A0,-12.50\r\n"
                        + "\"line\nbreak\",,7\r\n");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(response.getContentType()).startsWith("text/csv");
    }
}
