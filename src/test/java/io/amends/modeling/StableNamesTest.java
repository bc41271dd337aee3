package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files have the same name in the set, whatever they are called where they come from. */
class StableNamesTest {

    private static final Map<String, byte[]> SET = Map.of(
            "approval/approval.bpmn", diagram("approval", "approve-remedy"),
            "approval/approve-remedy.form", bytes("{\"id\": \"approve-remedy\", \"components\": []}"),
            "approval/remedy-authority.dmn", table("remedy-authority"));

    @Test
    void a_file_alone_is_the_one_that_defines_the_same() {
        assertThat(name("approval.bpmn", diagram("approval", "approve-remedy"))).isEqualTo("approval/approval.bpmn");
        assertThat(name("My copy (2).bpmn", diagram("approval", "other"))).isEqualTo("approval/approval.bpmn");
        assertThat(name("x.dmn", table("remedy-authority"))).isEqualTo("approval/remedy-authority.dmn");
        assertThat(name("x.form", bytes("{\"id\": \"approve-remedy\"}"))).isEqualTo("approval/approve-remedy.form");
    }

    @Test
    void a_path_of_the_project_is_told_without_its_first_folder() {
        assertThat(name("processes/approval/approval.bpmn", diagram("approval", "x")))
                .isEqualTo("approval/approval.bpmn");
        assertThat(name("forms/fresh/new.form", bytes("{\"id\": \"new\"}"))).isEqualTo("fresh/new.form");
    }

    @Test
    void a_new_process_gets_a_folder_and_a_new_form_the_folder_of_the_diagram_that_names_it() {
        assertThat(name("fresh.bpmn", diagram("fresh", "ask"))).isEqualTo("fresh/fresh.bpmn");
        assertThat(StableNames.in(
                                SET,
                                Map.of("fresh.bpmn", diagram("fresh", "ask"), "ask.form", bytes("{\"id\": \"ask\"}")))
                        .keySet())
                .containsExactly("fresh/ask.form", "fresh/fresh.bpmn");
    }

    @Test
    void a_new_one_that_is_named_after_something_else_keeps_its_name_for_the_guard_to_name_it() {
        assertThat(name("approval.bpmn", diagram("approvals", "x"))).isEqualTo("approval.bpmn");
        assertThat(name("remedy-authority.dmn", table("authority"))).isEqualTo("remedy-authority.dmn");
        assertThat(name("ask.form", bytes("{\"id\": \"answer\"}"))).isEqualTo("ask.form");
        assertThat(name("fresh (2).bpmn", diagram("fresh", "x"))).isEqualTo("fresh/fresh.bpmn");
    }

    @Test
    void two_files_that_are_one_are_refused() {
        assertThatThrownBy(() -> StableNames.in(
                        SET, Map.of("a.bpmn", diagram("approval", "x"), "b.bpmn", diagram("approval", "y"))))
                .isInstanceOf(ModelRefusal.class)
                .hasMessageContaining("approval/approval.bpmn")
                .hasMessageContaining("came twice");
    }

    @Test
    void what_cannot_be_read_keeps_its_name_for_the_guard_to_name_it() {
        assertThat(name("broken.bpmn", bytes("<no"))).isEqualTo("broken.bpmn");
        assertThat(name("broken.form", bytes("{"))).isEqualTo("broken.form");
        assertThat(name("ask.form", bytes("{\"id\": \"../../ask\"}"))).isEqualTo("ask.form");
    }

    @Test
    void entities_are_not_looked_up() {
        byte[] trap = bytes("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><process id=\"&x;\"/></d>");

        assertThat(name("trap.bpmn", trap)).isEqualTo("trap.bpmn");
    }

    private static String name(String name, byte[] content) {
        return StableNames.in(SET, Map.of(name, content)).firstKey();
    }

    private static byte[] diagram(String id, String form) {
        return bytes("<d xmlns:camunda='http://camunda.org/schema/1.0/bpmn'><process id='" + id
                + "'><userTask id='T' camunda:formRef='" + form + "'/></process></d>");
    }

    private static byte[] table(String id) {
        return bytes("<d><decision id='" + id + "'/></d>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
