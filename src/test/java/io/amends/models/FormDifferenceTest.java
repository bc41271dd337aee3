package io.amends.models;

import static io.amends.models.ModelSamples.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.models.Change.Detail;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between two versions of a form, field by field. */
class FormDifferenceTest {

    private static final String BEFORE = """
            {"id": "ask", "components": [
              {"type": "textfield", "key": "who", "id": "Field_1", "label": "Who", "layout": {"row": "a"}},
              {"type": "number", "key": "many", "id": "Field_2", "label": "How many", "validate": {"required": true, "max": 5}},
              {"type": "select", "key": "kind", "id": "Field_3", "label": "Kind",
               "values": [{"label": "Round", "value": "round"}, {"label": "Flat", "value": "flat"}]}
            ]}""";

    @Test
    void ids_and_layout_do_not_count() {
        String again = BEFORE.replace("\"row\": \"a\"", "\"row\": \"b\"").replace("Field_1", "Field_9");

        assertThat(difference(again).isNone()).isTrue();
    }

    @Test
    void what_a_field_asks_is_told_before_and_after() {
        String again = BEFORE.replace("\"required\": true", "\"required\": false")
                .replace("\"Flat\"", "\"Plain\"")
                .replace("\"label\": \"Who\"", "\"label\": \"Who is it\"");

        assertThat(difference(again).changes())
                .extracting(Change::id, Change::details)
                .containsExactly(
                        tuple("who", List.of(new Detail("Label", "Who", "Who is it"))),
                        tuple("many", List.of(new Detail("Required", "true", "false"))),
                        tuple(
                                "kind",
                                List.of(new Detail(
                                        "values", "Round (round), Flat (flat)", "Round (round), Plain (flat)"))));
    }

    @Test
    void fields_come_go_and_change_their_place() {
        String again = """
                {"id": "ask", "components": [
                  {"type": "select", "key": "kind", "label": "Kind",
                   "values": [{"label": "Round", "value": "round"}, {"label": "Flat", "value": "flat"}]},
                  {"type": "textfield", "key": "who", "label": "Who"},
                  {"type": "group", "id": "Group_1", "label": "More", "components": [{"type": "checkbox", "key": "sure", "label": "Sure"}]}
                ]}""";

        Difference difference = difference(again);

        assertThat(difference.changes())
                .extracting(Change::kind, Change::id)
                .contains(tuple("added", "sure"), tuple("added", "Group_1"), tuple("removed", "many"));
        assertThat(difference.changes())
                .filteredOn(change -> change.kind().equals("changed"))
                .singleElement()
                .satisfies(change -> assertThat(change.details().get(0).what()).isEqualTo("Place in the form"));
    }

    private static Difference difference(String again) {
        return FileDifference.between("ask/ask.form", bytes(BEFORE), bytes(again));
    }
}
