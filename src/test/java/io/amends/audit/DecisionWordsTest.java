package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecord.Answer;
import io.amends.casefile.CaseRecord.Column;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {

    private static final List<Column> CLOCKS = List.of(
            new Column("c", "Clock", "clock"),
            new Column("a", "Time", "amount"),
            new Column("u", "Unit", "unit"),
            new Column("p", "Priority", "priority"));

    private static final List<Column> CHAIN = List.of(
            new Column("g", "Level", "group"),
            new Column("w", "Acknowledge within", "windowAmount"),
            new Column("wu", "Unit", "windowUnit"),
            new Column("l", "Acknowledgement lasts", "actAmount"),
            new Column("lu", "Unit", "actUnit"));

    @Test
    void one_row_is_told_column_by_column() {
        DecisionWords words = words(
                List.of(new Column("g", "Who approves", "approverGroup"), new Column("d", "Business days", "days")),
                null,
                answer("d", "Business days", "1", 4),
                answer("g", "Who approves", "service-managers", 4));
        assertThat(words.head()).isEqualTo("Who approves: service managers · Business days: 1");
        assertThat(words.byRow()).isEmpty();
    }

    @Test
    void several_rows_are_told_one_by_one_each_number_with_its_unit() {
        DecisionWords words = words(
                CLOCKS,
                null,
                answer("a", "Time", "4", 1),
                answer("u", "Unit", "business-hours", 1),
                answer("c", "Clock", "acknowledge", 1),
                answer("p", "Priority", "70", 1),
                answer("c", "Clock", "first-contact", 5),
                answer("a", "Time", "1", 5),
                answer("u", "Unit", "business-days", 5),
                answer("p", "Priority", "70", 5));
        assertThat(words.head()).isEqualTo("Acknowledge 4 business hours, First contact 1 business day");
        assertThat(words.rows()).isEqualTo("rows 1 and 5");
        assertThat(words.byRow())
                .containsExactly(
                        new DeskPage.Answered(1, "Clock: acknowledge · Time: 4 business hours · Priority: 70"),
                        new DeskPage.Answered(5, "Clock: first contact · Time: 1 business day · Priority: 70"));
    }

    @Test
    void where_a_row_has_several_spans_each_is_named() {
        DecisionWords words = words(
                CHAIN,
                null,
                answer("g", "Level", "team-leads", 1),
                answer("w", "Acknowledge within", "2", 1),
                answer("wu", "Unit", "business-hours", 1),
                answer("l", "Acknowledgement lasts", "1", 1),
                answer("lu", "Unit", "business-days", 1),
                answer("g", "Level", "directors", 9));
        assertThat(words.head())
                .isEqualTo("Team leads (acknowledge within 2 business hours, acknowledgement lasts 1 business day),"
                        + " Directors");
    }

    @Test
    void what_the_table_made_of_its_rows_is_the_answer() {
        DecisionWords words = words(
                List.of(new Column("l", "Level", "eventLevel")),
                "2",
                answer("l", "Level", "1", 1),
                answer("l", "Level", "2", 9));
        assertThat(words.head()).isEqualTo("Level: 2");
        assertThat(words.byRow()).hasSize(2);
    }

    @Test
    void a_table_without_a_row_that_fits_says_so() {
        assertThat(words(CLOCKS, null).head()).isEqualTo("no row fitted");
    }

    private static DecisionWords words(List<Column> outputs, @Nullable String result, Answer... answers) {
        return new DecisionWords(
                new CaseRecord.Table("t:1", "t", "T", 1, "RULE_ORDER", List.of(), outputs, List.of(), null),
                new CaseRecord.Decision(
                        "d",
                        Instant.EPOCH,
                        "p",
                        null,
                        null,
                        "t:1",
                        List.of(),
                        List.of(answers),
                        List.of(answers).stream()
                                .map(Answer::row)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        result),
                UnaryOperator.identity());
    }

    private static Answer answer(String column, String name, String value, int row) {
        return new Answer(column, name, value, row);
    }
}
