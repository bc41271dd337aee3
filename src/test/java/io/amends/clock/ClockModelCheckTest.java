package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process owner is told who deploys a clock, or a time, that cannot be. */
class ClockModelCheckTest {

    private static final String RULES = "clock/clock-rules.dmn";
    private static final String CLOCKS = "complaint/complaint-clocks.dmn";
    private static final String SILENCE = "customer-reply/customer-silence.dmn";
    private static final String AUTHORITY = "approval/remedy-authority.dmn";
    private static final String REACH = "reach-otherwise/reach-otherwise.bpmn";
    private static final String RESOLUTION = "resolution/resolution.bpmn";
    private static final String HOLDER = "holder.bpmn";

    // by their text, for a check only reads them
    private static final Map<String, BpmnModelInstance> DIAGRAMS = new HashMap<>();
    private static final Map<String, DmnModelInstance> TABLES = new HashMap<>();

    private final Map<String, String> deployed = shipped();
    private final Map<String, String> deploying = new TreeMap<>();

    @Test
    void the_models_as_shipped_are_right() {
        deploying.putAll(deployed);

        assertThat(findings()).isEmpty();
    }

    @Test
    void each_model_by_itself_is_right_beside_the_others() {
        for (String file : List.of(RULES, CLOCKS, SILENCE, AUTHORITY, REACH, RESOLUTION)) {
            deploying.clear();
            deploying.put(file, deployed.get(file));

            assertThat(findings()).as(file).isEmpty();
        }
    }

    @Test
    void a_step_names_a_clock_that_the_register_knows() {
        changed(REACH, ">reach-otherwise<", ">reach-otherwize<");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(REACH);
            assertThat(finding.element()).isEqualTo("Task_ReachCustomer");
            assertThat(finding.name()).startsWith("Reach");
            assertThat(finding.reason())
                    .startsWith("the clock 'reach-otherwize' has no row in clock-rules; give it one, or name one of")
                    .contains("acknowledge, after-action, approval");
        });
    }

    @Test
    void a_step_names_one_clock_by_name() {
        changed(REACH, ">reach-otherwise<", ">${whichever}<");
        assertThat(reasons())
                .singleElement()
                .asString()
                .contains("'${whichever}' is no name of a clock", "promise-${promiseId}");

        changed(REACH, ">reach-otherwise<", ">reach-otherwise, review<");
        assertThat(reasons()).singleElement().asString().contains("'reach-otherwise, review' is no name of a clock");
    }

    @Test
    void every_clock_that_a_service_meets_is_known() {
        changed(RESOLUTION, ">resolve, final-response, regulator<", ">resolve, final-answer, regulater<");

        assertThat(reasons())
                .hasSize(2)
                .anyMatch(reason -> reason.contains("the clock 'final-answer'"))
                .anyMatch(reason -> reason.contains("the clock 'regulater'"));
    }

    @Test
    void a_timer_asks_for_a_clock_that_the_register_knows() {
        deploying.put(
                "timer.bpmn",
                Bpmn.convertToString(Bpmn.createExecutableProcess("timer")
                        .startEvent()
                        .intermediateCatchEvent("IntermediateEvent_Due")
                        .name("Due")
                        .timerWithDate("${clocks.due(caseNumber, 'resolv')}")
                        .userTask("Task_Late")
                        .camundaDueDate("${clocks.due(caseNumber, \"promise-17\")}")
                        .endEvent()
                        .done()));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("IntermediateEvent_Due");
            assertThat(finding.name()).isEqualTo("Due");
            assertThat(finding.reason()).startsWith("the clock 'resolv' has no row");
        });
    }

    @Test
    void a_process_listens_to_what_the_clock_of_its_step_says() {
        String holder = text(Path.of("src/test/resources/clock/holder.bpmn"));
        deploying.put(HOLDER, holder);
        assertThat(findings()).isEmpty();

        deploying.put(HOLDER, holder.replace("name=\"clock-warned\"", "name=\"clock-heard\""));

        assertThat(findings()).extracting(ModelFinding::element).containsExactly("Task_Answer", "Task_Keep");
        assertThat(reasons())
                .allMatch(reason ->
                        reason.contains("says clock-warned at 75 % of its time, but the process does not listen"));
    }

    @Test
    void a_step_that_only_follows_a_clock_of_the_case_needs_no_boxes() {
        deploying.put(RESOLUTION, deployed.get(RESOLUTION));

        assertThat(deployed.get(RESOLUTION)).contains(">first-contact<").doesNotContain("clock-warned");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>2</text> | <text>-2</text> | amount is -2, but no time is less than 1",
                "<text>2</text> | <text>0</text> | amount is 0, but no time is less than 1",
                "<text>2</text> | <text>2.5</text> | amount is 2.5, but must be a whole number",
                "<text>2</text> | <text>99999999999</text> | amount is 99999999999, but must be a whole number",
                "<text>2</text> | <text>9000</text> | amount is 9000, but no time is longer than ten years",
                "<text>2</text> | <text></text> | amount and unit go together",
                "\"business-days\" | \"buisness-days\" | 'buisness-days' is not a unit of time",
                "\"resolve\" | \"resolv\" | the clock 'resolv' has no row in clock-rules",
            })
    void the_times_of_clocks_are_times(String right, String wrong, String reason) {
        String row = between(deployed.get(CLOCKS), "<rule id=\"Rule_complaint-clocks_3\"", "</rule>");
        changed(CLOCKS, row, row.replaceFirst(Pattern.quote(right), wrong));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(CLOCKS);
            assertThat(finding.element()).isEqualTo("Rule_complaint-clocks_3");
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void the_times_of_other_tables_are_times_too() {
        changed(SILENCE, "<text>14</text>", "<text>-14</text>");
        changed(AUTHORITY, "<text>1</text>", "<text>5000</text>");

        assertThat(reasons())
                .contains("waitAmount is -14, but no time is less than 0")
                .contains("approvalDays is 5000, but no time is longer than ten years, which is 2600 business-days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<text>5</text> | <text>-5</text> | must be more than zero, but is -5 business-days",
                "<text>5</text> | <text>50000</text> | must not be longer than ten years",
                "\"business-days\" | \"weeks\" | 'weeks' is not a unit of time",
                "<text>75</text> | <text>100</text> | warns before it escalates, not at 100 % when it escalates at 100 %",
                "<text>75</text> | <text>-1</text> | warns at 0 to 200 % of its time, not at -1 %",
                "<text>100</text> | <text>201</text> | escalates at 0 to 200 % of its time, not at 201 %",
                "\"clock-warned\" | \"\" | A clock that warns says something then",
                "\"clock-breached\" | \"\" | A clock that escalates says something then",
            })
    void c_4_the_rows_of_the_register_are_held_to_what_a_clock_can_do(String right, String wrong, String reason) {
        String row = between(deployed.get(RULES), "<rule id=\"Rule_clock-rules_18\"", "</rule>");
        changed(RULES, row, row.replaceFirst(Pattern.quote(right), wrong));

        assertThat(findings())
                .filteredOn(finding -> finding.file().equals(RULES))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.element()).isEqualTo("Rule_clock-rules_18");
                    assertThat(finding.reason())
                            .startsWith("the clock 'review': ")
                            .contains(reason);
                });
    }

    @Test
    void c_4_a_clock_around_the_clock_grants_no_working_time() {
        String row = between(deployed.get(RULES), "<rule id=\"Rule_clock-rules_30\"", "</rule>");
        assertThat(row).contains("\"return-call\"");
        changed(RULES, row, row.replace("\"hours\"", "\"business-hours\""));

        assertThat(reasons())
                .contains(
                        "the clock 'return-call': A clock that runs around the clock grants minutes, hours or days, not"
                                + " business-hours");
    }

    @Test
    void a_clock_has_one_row() {
        changed(RULES, "\"handover-consent\"", "\"handover\"");

        assertThat(reasons()).anyMatch(reason -> reason.equals("the clock 'handover' has two rows; keep one"));
    }

    @Test
    void the_register_cannot_lose_a_row_that_a_model_needs() {
        changed(RULES, "\"reach-otherwise\"", "\"reached\"");

        assertThat(findings()).extracting(ModelFinding::file).containsExactly(REACH);
    }

    @Test
    void without_a_register_no_clock_can_be_named() {
        deploying.put(REACH, deployed.get(REACH));
        deployed.clear();

        assertThat(reasons()).singleElement().asString().contains("without the table clock-rules; deploy that first");
    }

    @Test
    void everything_is_found_at_once() {
        changed(REACH, ">reach-otherwise<", ">reach-otherwize<");
        changed(SILENCE, "<text>14</text>", "<text>-14</text>");
        changed(RULES, "<text>75</text>", "<text>175</text>");

        assertThat(findings()).extracting(ModelFinding::file).contains(REACH, SILENCE, RULES);
    }

    private List<ModelFinding> findings() {
        Map<String, String> kept = new TreeMap<>(deployed);
        kept.keySet().removeAll(deploying.keySet());
        return new ClockModelCheck()
                .check(new ModelSet(diagrams(deploying), tables(deploying), Map.of(), diagrams(kept), tables(kept)));
    }

    private List<String> reasons() {
        return findings().stream().map(ModelFinding::reason).toList();
    }

    private void changed(String file, String from, String to) {
        assertThat(deployed.get(file)).contains(from);
        deploying.put(file, deployed.get(file).replace(from, to));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(start, text.indexOf(to, start));
    }

    private static Map<String, BpmnModelInstance> diagrams(Map<String, String> files) {
        return models(files, ".bpmn", DIAGRAMS, Bpmn::readModelFromStream);
    }

    private static Map<String, DmnModelInstance> tables(Map<String, String> files) {
        return models(files, ".dmn", TABLES, Dmn::readModelFromStream);
    }

    private static <T> Map<String, T> models(
            Map<String, String> files, String ending, Map<String, T> read, Function<InputStream, T> reader) {
        Map<String, T> models = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.endsWith(ending)) {
                models.put(
                        name,
                        read.computeIfAbsent(
                                text,
                                unread -> reader.apply(
                                        new ByteArrayInputStream(unread.getBytes(StandardCharsets.UTF_8)))));
            }
        });
        return models;
    }

    private static Map<String, String> shipped() {
        Path root = Path.of("processes");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
