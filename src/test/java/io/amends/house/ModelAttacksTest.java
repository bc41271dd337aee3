package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelRefusal;
import io.amends.modeling.ModelReview;
import io.amends.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Models that would run code, fetch files, fill the memory or leave a case stranded: each is refused, by name, and leaves nothing behind. */
@Scenario
class ModelAttacksTest {

    private static final Path ATTACKS = Path.of("src/test/resources/attacks");

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelReview review;

    /** All attacks at once: whatever is wrong is told of each file, and each look is one at all models of the house. */
    private static @Nullable List<ModelFinding> checked;

    private static @Nullable List<ModelFinding> refused;

    private List<Long> before;

    @BeforeEach
    void count() {
        before = deployed();
    }

    @AfterEach
    void nothing_was_deployed() {
        assertThat(deployed()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/attacks/findings.csv", delimiter = '|', maxCharsPerColumn = 1000)
    void every_attack_is_refused_by_name(String file, @Nullable String element, String words) throws IOException {
        if (checked == null || refused == null) {
            Map<String, byte[]> attacks = attacks();
            checked = review.check(attacks);
            refused = refused(attacks);
        }

        assertThat(checked).as("the check").anySatisfy(finding -> named(finding, name(file), element, words));
        assertThat(refused).as("the engine").anySatisfy(finding -> named(finding, name(file), element, words));
    }

    @Test
    void what_is_harmless_is_not_refused() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : List.of("harmless.bpmn", "harmless-table.dmn", "harmless-form.form")) {
            files.put(name(file), Files.readAllBytes(ATTACKS.resolve(file)));
        }

        assertThat(review.check(files)).isEmpty();
    }

    @Test
    void every_attack_of_the_folder_is_tried() throws IOException {
        String tried = Files.readString(ATTACKS.resolve("findings.csv"));
        try (var files = Files.list(ATTACKS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !file.startsWith("harmless") && !file.endsWith(".csv")))
                    .allMatch(file -> tried.contains("\n" + file + "|"))
                    .hasSizeGreaterThan(150);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../harmless.bpmn",
                "/etc/harmless.bpmn",
                "a/b/harmless.bpmn",
                "harmless.bpmn20.xml",
                "harmless.dmn11.xml",
                "harmless.cmmn",
                "harmless.groovy",
                "harmless.js",
                "harmless.html",
                "<b>harmless</b>.bpmn"
            })
    void a_file_is_a_model_by_its_name(String name) throws IOException {
        byte[] content = Files.readAllBytes(ATTACKS.resolve("harmless.bpmn"));

        assertThat(review.check(Map.of(name, content)))
                .anySatisfy(finding -> named(finding, name, null, "is no name of a model"));
        assertThat(refused(Map.of(name, content)))
                .singleElement()
                .satisfies(finding -> named(finding, name, null, "is no name of a model"));
    }

    @Test
    void where_a_file_lay_does_not_name_it() throws IOException {
        byte[] content = Files.readAllBytes(ATTACKS.resolve("harmless.bpmn"));

        for (String name : List.of("harmless\\harmless.bpmn", "file:harmless.bpmn", "har\nmless.bpmn")) {
            assertThat(review.merged(Map.of(name, content)))
                    .containsKey("harmless/harmless.bpmn")
                    .doesNotContainKey(name);
        }
    }

    @Test
    void what_is_too_large_is_not_read() throws IOException {
        String harmless = Files.readString(ATTACKS.resolve("harmless.bpmn"));

        tooLarge(
                harmless.replace("</bpmn:process>", "<!--" + " ".repeat(1_000_001) + "--></bpmn:process>"),
                "is larger than");
        tooLarge(
                harmless.replace("</bpmn:process>", "<bpmn:documentation/>".repeat(20_001) + "</bpmn:process>"),
                "has more than 20000 elements");
        tooLarge(
                harmless.replace(
                        "</bpmn:process>",
                        "<bpmn:subProcess>".repeat(60) + "</bpmn:subProcess>".repeat(60) + "</bpmn:process>"),
                "is nested deeper than 50 levels");
    }

    @Test
    void everything_is_found_at_once() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file :
                List.of("script-task.bpmn", "class-listener.bpmn", "table-javascript.dmn", "form-script.form")) {
            files.put(name(file), Files.readAllBytes(ATTACKS.resolve(file)));
        }

        assertThat(refused(files)).extracting(ModelFinding::file).containsAll(files.keySet());
    }

    @Test
    void a_cell_and_a_way_are_named_as_people_know_them() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : List.of("table-unknown-name.dmn", "chain-condition.bpmn")) {
            files.put(name(file), Files.readAllBytes(ATTACKS.resolve(file)));
        }

        assertThat(review.check(files))
                .extracting(ModelFinding::name)
                .containsExactlyInAnyOrder("Attack, row 1, column Amount", "Attack \u2192 Done");
    }

    @Test
    void a_process_under_another_id_does_not_pass_as_a_new_one() throws IOException {
        byte[] renamed = Files.readString(Path.of("processes/complaint/complaint.bpmn"))
                .replaceAll("=\"complaint\"", "=\"complaints\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(review.check(Map.of("complaint.bpmn", renamed)))
                .anySatisfy(finding -> named(finding, "complaint.bpmn", "complaints", "has the id 'complaints'"))
                .anySatisfy(finding -> assertThat(finding.what()).contains("starts the process 'complaint' already"));
        assertThat(refused(Map.of("complaints/complaints.bpmn", renamed)))
                .anySatisfy(finding -> assertThat(finding.what()).contains("starts the process 'complaint' already"));
    }

    @Test
    void a_table_that_cannot_be_read_is_not_missing_too() throws IOException {
        String table = Files.readString(Path.of("processes/complaint/complaint-severity.dmn"));
        byte[] broken = table.replaceFirst("hitPolicy=\"UNIQUE\"", "hitPolicy=\"WHATEVER\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(review.check(Map.of("complaint/complaint-severity.dmn", broken)))
                .singleElement()
                .satisfies(
                        finding -> named(finding, "complaint/complaint-severity.dmn", null, "cannot be read: line 6"));
    }

    private static Map<String, byte[]> attacks() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var attacks = Files.list(ATTACKS)) {
            for (Path attack : (Iterable<Path>) attacks::iterator) {
                String file = attack.getFileName().toString();
                if (!file.endsWith(".csv")) {
                    files.put(name(file), Files.readAllBytes(attack));
                }
            }
        }
        return files;
    }

    private void tooLarge(String diagram, String words) {
        Map<String, byte[]> files = Map.of("harmless/harmless.bpmn", diagram.getBytes(StandardCharsets.UTF_8));

        assertThat(review.check(files)).anySatisfy(finding -> named(finding, "harmless/harmless.bpmn", null, words));
        assertThat(refused(files)).anySatisfy(finding -> named(finding, "harmless/harmless.bpmn", null, words));
    }

    private static void named(ModelFinding finding, String file, @Nullable String element, String words) {
        assertThat(finding.file()).isEqualTo(file);
        assertThat(finding.element()).isEqualTo(element == null ? "" : element);
        assertThat(finding.what()).contains(words);
        assertThat(finding.todo()).isNotEmpty();
    }

    private List<ModelFinding> refused(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("attack");
        files.forEach((name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
        ModelRefusal refusal = catchThrowableOfType(ModelRefusal.class, deployment::deploy);
        return refusal == null ? List.of() : refusal.findings();
    }

    private List<Long> deployed() {
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count());
    }

    private static String name(String file) {
        return file.substring(0, file.lastIndexOf('.')) + "/" + file;
    }
}
