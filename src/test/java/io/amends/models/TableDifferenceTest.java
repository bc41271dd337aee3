package io.amends.models;

import static io.amends.models.ModelSamples.bytes;
import static io.amends.models.ModelSamples.changed;
import static io.amends.models.ModelSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.models.TableDifference.Line;
import org.junit.jupiter.api.Test;

/** What differs between two versions of a table, row by row and cell by cell. */
class TableDifferenceTest {

    private static final String AUTHORITY = read("processes/approval/remedy-authority.dmn");

    @Test
    void a_table_is_read_as_rows_of_cells() {
        TableSheet sheet = TableSheet.of(bytes(AUTHORITY), "remedy-authority").orElseThrow();

        assertThat(sheet.columns()).extracting(TableSheet.Column::label).contains("Money value", "Who approves");
        assertThat(sheet.rows().get(0).cells()).containsExactly("\"service-agents\"", "<= 500", "", "\"none\"", "0");
        assertThat(sheet.policy()).isEqualTo("one row at most fits");
    }

    @Test
    void a_changed_cell_is_told_before_and_after() {
        TableDifference table = only(changed(AUTHORITY, "&lt;= 500", "&lt;= 800"));

        assertThat(table.count(Change.CHANGED)).isEqualTo(1);
        Line line = table.lines().get(0);
        assertThat(line.fate()).isEqualTo("changed");
        assertThat(line.cells().get(1)).isEqualTo(new TableDifference.Cell("<= 500", "<= 800"));
        assertThat(line.cells().get(0).isChanged()).isFalse();
        assertThat(table.getUnchanged()).isEqualTo(table.lines().size() - 1);
    }

    @Test
    void a_cell_in_another_language_has_changed_for_its_words_may_mean_something_else() {
        int row = AUTHORITY.indexOf("<rule id=\"Rule_remedy-authority_1\"");
        int cell = AUTHORITY.indexOf("<inputEntry ", row) + "<inputEntry ".length();

        TableDifference table =
                only(AUTHORITY.substring(0, cell) + "expressionLanguage=\"groovy\" " + AUTHORITY.substring(cell));

        assertThat(table.lines().get(0).cells().get(0))
                .isEqualTo(new TableDifference.Cell("\"service-agents\"", "\"service-agents\" (in groovy)"));
    }

    @Test
    void what_else_of_the_same_file_changed_is_named() {
        String severity = read("processes/complaint/complaint-severity.dmn");
        int row = severity.indexOf("<rule id=\"Rule_complaint-base-severity_10\"");
        String again = severity.substring(0, row) + changed(severity.substring(row), "\"S3\"", "\"S2\"");

        assertThat(FileDifference.ofTable("complaint-severity", bytes(severity), bytes(again))
                        .isNone())
                .isTrue();
        assertThat(FileDifference.otherTables("complaint-severity", bytes(severity), bytes(again)))
                .containsOnlyKeys("complaint-base-severity");
        assertThat(FileDifference.otherTables("complaint-base-severity", bytes(severity), bytes(again)))
                .isEmpty();
    }

    @Test
    void a_removed_row_stands_where_it_stood_and_the_rows_below_only_made_room() {
        TableDifference table = only(without(AUTHORITY, "Rule_remedy-authority_2"));

        assertThat(table.lines().get(1).fate()).isEqualTo("removed");
        assertThat(table.lines().get(1).before()).isEqualTo(2);
        assertThat(table.lines().get(1).after()).isZero();
        assertThat(table.lines().get(2).fate()).isEqualTo("same");
        assertThat(table.lines().get(2).before()).isEqualTo(3);
        assertThat(table.lines().get(2).after()).isEqualTo(2);
        assertThat(table.count(Change.REMOVED)).isEqualTo(1);
    }

    @Test
    void an_added_row_is_told_with_its_cells() {
        TableDifference table =
                TableDifference.between(sheet(without(AUTHORITY, "Rule_remedy-authority_2")), sheet(AUTHORITY));

        assertThat(table.lines().get(1).fate()).isEqualTo("added");
        assertThat(table.lines().get(1).cells().get(1)).isEqualTo(new TableDifference.Cell("", "]500..2000]"));
    }

    @Test
    void a_row_that_changed_its_place_is_told_for_the_order_may_decide() {
        int from = AUTHORITY.indexOf("<rule id=\"Rule_remedy-authority_1\"");
        int to = AUTHORITY.indexOf("</rule>", from) + "</rule>".length();
        String rule = AUTHORITY.substring(from, to);
        String last = AUTHORITY.substring(0, from) + AUTHORITY.substring(to);
        int end = last.lastIndexOf("</rule>") + "</rule>".length();

        TableDifference table = only(last.substring(0, end) + rule + last.substring(end));

        assertThat(table.lines())
                .filteredOn(line -> line.fate().equals("moved"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.before()).isEqualTo(1);
                    assertThat(line.after()).isEqualTo(table.lines().size());
                });
    }

    @Test
    void a_row_with_a_new_id_is_the_same_when_it_says_the_same() {
        assertThat(FileDifference.between(
                                "a.dmn",
                                bytes(AUTHORITY),
                                bytes(changed(AUTHORITY, "Rule_remedy-authority_2\"", "Rule_other\"")))
                        .isNone())
                .isTrue();
    }

    @Test
    void a_new_column_says_so() {
        String again = changed(AUTHORITY, "label=\"Severity\"", "label=\"Severity now\"");

        Difference difference = FileDifference.between("a.dmn", bytes(AUTHORITY), bytes(again));

        assertThat(difference.tables()).isEmpty();
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo("Input");
            assertThat(change.details()).containsExactly(new Change.Detail("Label", "Severity", "Severity now"));
        });
    }

    @Test
    void a_file_that_is_new_has_all_its_rows_added() {
        Difference difference = FileDifference.between("a.dmn", null, bytes(AUTHORITY));

        assertThat(difference.tables()).singleElement().satisfies(table -> assertThat(table.lines())
                .extracting(Line::fate)
                .containsOnly("added"));
    }

    private static TableDifference only(String again) {
        Difference difference = FileDifference.between("a.dmn", bytes(AUTHORITY), bytes(again));
        assertThat(difference.tables()).hasSize(1);
        return difference.tables().get(0);
    }

    private static TableSheet sheet(String text) {
        return TableSheet.of(bytes(text)).get(0);
    }

    private static String without(String text, String rule) {
        int from = text.indexOf("<rule id=\"" + rule + "\"");
        int to = text.indexOf("</rule>", from) + "</rule>".length();
        return text.substring(0, from) + text.substring(to);
    }
}
