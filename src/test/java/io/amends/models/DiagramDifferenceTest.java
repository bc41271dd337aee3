package io.amends.models;

import static io.amends.models.ModelSamples.bytes;
import static io.amends.models.ModelSamples.changed;
import static io.amends.models.ModelSamples.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.models.Change.Detail;
import org.junit.jupiter.api.Test;

/** What differs between two versions of a diagram, element by element. */
class DiagramDifferenceTest {

    private static final String LEARNING = read("processes/learning/learning.bpmn");

    @Test
    void the_same_file_differs_in_nothing() {
        assertThat(difference(LEARNING).isNone()).isTrue();
        assertThat(difference(LEARNING).summary()).isEqualTo("nothing that counts");
    }

    @Test
    void spaces_and_the_program_that_wrote_it_do_not_count() {
        String again = changed(
                        LEARNING,
                        "modeler:executionPlatformVersion=\"7.24.0\"",
                        "modeler:executionPlatformVersion=\"7.22.0\"")
                .replace("    <bpmn:", "  <bpmn:");

        assertThat(difference(again).isNone()).isTrue();
    }

    @Test
    void an_attribute_is_told_before_and_after() {
        Change change =
                only(difference(changed(LEARNING, "candidateGroups=\"team-leads\"", "candidateGroups=\"directors\"")));

        assertThat(change.kind()).isEqualTo(Change.CHANGED);
        assertThat(change.id()).isEqualTo("Task_ReviewComplaint");
        assertThat(change.name()).isEqualTo("Review the complaint");
        assertThat(change.type()).isEqualTo("User task");
        assertThat(change.details()).containsExactly(new Detail("Group", "team-leads", "directors"));
    }

    @Test
    void inputs_and_what_is_passed_on_belong_to_their_step() {
        assertThat(only(difference(changed(
                                LEARNING,
                                "<camunda:inputParameter name=\"withinDays\">30<",
                                "<camunda:inputParameter name=\"withinDays\">60<")))
                        .details())
                .containsExactly(new Detail("Input withinDays", "30", "60"));
        assertThat(only(difference(changed(LEARNING, "<camunda:in source=\"severity\" target=\"severity\" />", "")))
                        .details())
                .containsExactly(new Detail("Passes severity", "severity", ""));
    }

    @Test
    void a_new_name_a_new_kind_and_new_words_beside_it_are_all_told() {
        String again = changed(LEARNING, "name=\"Count how often this cause was seen\"", "name=\"Count the cause\"");
        again = changed(again, "K-19: in the last 30 days.", "K-19: lately.");

        assertThat(only(difference(again)).details())
                .containsExactly(
                        new Detail("Documentation", "K-19: in the last 30 days.", "K-19: lately."),
                        new Detail("Name", "Count how often this cause was seen", "Count the cause"));
    }

    @Test
    void a_step_that_is_put_in_comes_with_its_flow_and_the_flow_before_it_leads_elsewhere() {
        String again = changed(LEARNING, "<bpmn:serviceTask id=\"Task_PlanActions\"", """
                <bpmn:userTask id="Task_Thank" name="Thank the finder" camunda:formRef="thank" />
                    <bpmn:sequenceFlow id="Flow_Thank_PlanActions" sourceRef="Task_Thank" targetRef="Task_PlanActions" />
                    <bpmn:serviceTask id="Task_PlanActions\"""");
        again = changed(
                again,
                "sourceRef=\"Task_ReviewComplaint\" targetRef=\"Task_PlanActions\"",
                "sourceRef=\"Task_ReviewComplaint\" targetRef=\"Task_Thank\"");

        Difference difference = difference(again);

        assertThat(difference.count(Change.ADDED)).isEqualTo(2);
        assertThat(difference.count(Change.CHANGED)).isEqualTo(1);
        assertThat(difference.changes())
                .filteredOn(change -> change.id().equals("Task_Thank"))
                .singleElement()
                .satisfies(change -> assertThat(change.details()).contains(new Detail("Form", "", "thank")));
        assertThat(difference.changes())
                .filteredOn(change -> change.kind().equals(Change.CHANGED))
                .singleElement()
                .satisfies(change -> assertThat(change.details())
                        .containsExactly(new Detail("To", "Plan the preventive actions", "Thank the finder")));
        assertThat(Parts.compare(DiagramParts.of(bytes(again)), DiagramParts.of(bytes(LEARNING)))
                        .count(Change.REMOVED))
                .isEqualTo(2);
    }

    @Test
    void what_only_moved_on_the_drawing_is_counted_apart() {
        int shape = LEARNING.indexOf("bpmnElement=\"Task_ReviewComplaint\"");
        int at = LEARNING.indexOf(" x=\"", shape);
        String again = LEARNING.substring(0, at) + " x=\"1" + LEARNING.substring(at + 4);

        Difference difference = difference(again);

        assertThat(difference.changes()).isEmpty();
        assertThat(difference.moved()).containsExactly("Review the complaint");
        assertThat(difference.isDrawingOnly()).isTrue();
        assertThat(difference.summary()).isEqualTo("1 moved on the drawing only");
    }

    @Test
    void a_timer_and_a_message_are_told_in_words() {
        String reply = read("processes/customer-reply/customer-reply.bpmn");
        int from = reply.indexOf("<bpmn:timeD");
        int begin = reply.indexOf('>', from) + 1;
        String again = reply.substring(0, begin) + "${clocks.days(90)}" + reply.substring(reply.indexOf("</", begin));

        Change change = only(FileDifference.between("x.bpmn", bytes(reply), bytes(again)));

        assertThat(change.details()).singleElement().satisfies(detail -> {
            assertThat(detail.what()).startsWith("Timer");
            assertThat(detail.after()).isEqualTo("${clocks.days(90)}");
        });
    }

    private static Difference difference(String again) {
        return FileDifference.between("learning/learning.bpmn", bytes(LEARNING), bytes(again));
    }

    private static Change only(Difference difference) {
        assertThat(difference.changes()).hasSize(1);
        return difference.changes().get(0);
    }
}
