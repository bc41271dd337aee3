package io.amends.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @Test
    void five_is_five_whichever_kind_of_number_it_was_kept_as() {
        assertThat(one("days", 5).same(one("days", 5L), true)).isTrue();
        assertThat(one("days", 5).same(one("days", 5.0), true)).isTrue();
        assertThat(one("days", 5).same(one("days", 5.5), true)).isFalse();
        assertThat(one("days", 5).same(one("days", "5"), true)).isFalse();
        assertThat(one("days", 1000.0).text(Map.of())).isEqualTo("1000");
    }

    @Test
    void another_name_of_the_answer_is_another_answer() {
        assertThat(one("severity", "S1").same(one("level", "S1"), true)).isFalse();
    }

    @Test
    void a_blank_cell_is_no_answer() {
        Map<String, Object> blank = new HashMap<>();
        blank.put("severity", null);

        assertThat(Outcome.of(List.of(blank)).same(Outcome.NONE, true)).isTrue();
        assertThat(Outcome.of(Arrays.asList(blank)).text(Map.of())).isEqualTo("no answer");
    }

    @Test
    void the_order_of_several_answers_counts_only_where_the_table_says_so() {
        Outcome before = Outcome.of(List.of(Map.of("clock", "a"), Map.of("clock", "b")));
        Outcome after = Outcome.of(List.of(Map.of("clock", "b"), Map.of("clock", "a")));

        assertThat(before.same(after, true)).isFalse();
        assertThat(before.same(after, false)).isTrue();
        assertThat(before.same(Outcome.of(List.of(Map.of("clock", "b"), Map.of("clock", "b"))), false))
                .isFalse();
    }

    @Test
    void several_columns_are_told_by_their_labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("amount", "Time");
        labels.put("unit", "Unit");

        assertThat(Outcome.of(List.of(Map.of("unit", "hours", "amount", 2))).text(labels))
                .isEqualTo("Time: 2 · Unit: hours");
        assertThat(one("severity", "S2").text(Map.of("severity", "Severity"))).isEqualTo("S2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | amount",
                "amount * 2 + fee | amount fee",
                "\"a text\" | ''",
                "for x in list return x * rate | list rate",
                "some y in list satisfies y > most | list most",
                "list[price > 3] | list",
                "floor(secondLifetimeValue * 0.05) | secondLifetimeValue"
            })
    void what_an_expression_asks_for_is_found(String text, String names) {
        assertThat(String.join(" ", NeededNames.ofExpression(text))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"S1\",\"S2\"' | ''",
                "> most | most",
                "[1..3] | ''",
                "not(\"A\") | ''",
                "? > least | least",
                "- | ''"
            })
    void what_a_cell_asks_for_is_found(String text, String names) {
        assertThat(String.join(" ", NeededNames.ofCell(text))).isEqualTo(names);
    }

    private static Outcome one(String name, Object value) {
        return Outcome.of(List.of(Map.of(name, value)));
    }
}
