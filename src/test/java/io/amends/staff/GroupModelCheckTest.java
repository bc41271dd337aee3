package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;

/** A table gives work to groups of the house. */
class GroupModelCheckTest {

    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="who" name="Who"><decisionTable id="table">
                <output id="nameless"/><output id="second" name="helperGroup"/><output id="third" name="words"/>
                <rule id="r1"><outputEntry id="c1"><text>"gardeners"</text></outputEntry>
                  <outputEntry id="c2"><text>"legal"</text></outputEntry>
                  <outputEntry id="c3"><text>"gardeners"</text></outputEntry></rule>
                <rule id="r2"><outputEntry id="c4"><text>"gardeners"</text></outputEntry>
                  <outputEntry id="c5"><text> "gardeners" </text></outputEntry>
                  <outputEntry id="c6"><text></text></outputEntry></rule>
                <rule id="r3"><outputEntry id="c7"><text></text></outputEntry>
                  <outputEntry id="c8"><text>if late then "gardeners" else "none"</text></outputEntry>
                  <outputEntry id="c9"><text></text></outputEntry></rule>
                <rule id="r4"><outputEntry id="c10"><text></text></outputEntry>
                  <outputEntry id="c11"><text>"none"</text></outputEntry>
                  <outputEntry id="c12"><text></text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>""";

    @Test
    void a_cell_that_names_a_group_of_nobody_is_found_where_the_column_is_for_groups() {
        ModelSet models = new ModelSet(
                Map.of(),
                Map.of(
                        "who.dmn",
                        Dmn.readModelFromStream(new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)))),
                Map.of(),
                Map.of(),
                Map.of());

        assertThat(new GroupModelCheck().check(models))
                .extracting(ModelFinding::element, ModelFinding::what)
                .containsExactly(tuple("c5", "there is no group 'gardeners'"));
    }
}
