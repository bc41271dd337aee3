package io.amends.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.ModelReview;
import io.amends.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the diagrams name exists, and what exists is named: an orphan fails as a missing piece does. */
@Scenario
class WiringTest {

    /** Called processes that no diagram calls: they are started by an event of the house. */
    private static final Set<String> STARTED_BY_THE_HOUSE = Set.of(
            "churn-scan",
            "clock",
            "clock-watch",
            "complaint",
            "lost-customer",
            "media-crisis",
            "reach-otherwise",
            "read-mail",
            "sort-mail");

    /** Letters about no case: nothing that a process does makes them leave, but the day. */
    private static final Set<String> SENT_BY_THE_HOUSE = Set.of("seal-head");

    /** Tables that no step evaluates: one is asked whenever a clock starts, the other whenever something is valued. */
    private static final Set<String> ASKED_BY_THE_HOUSE = Set.of("clock-rules", "recovery-assumptions");

    private static final Pattern CALLED = Pattern.compile("calledElement=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)\\}");
    private static final Pattern NAME = Pattern.compile("(?<![.'\\w])([a-z]\\w*)(?![\\w(']|\\.\\w+\\()");

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ModelReview guard;

    /** With the folders of forms and processes, as they lie in the project. */
    @Test
    void the_guard_finds_nothing_wrong_with_the_models_of_the_project() throws IOException {
        SortedMap<String, byte[]> models = new TreeMap<>();
        for (Path file : Models.all()) {
            models.put(file.getParent().getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
        }

        assertThat(guard.check(models)).isEmpty();
    }

    @Test
    void every_delegate_of_a_diagram_is_a_bean_and_every_such_bean_stands_in_a_diagram() {
        Set<String> named =
                Models.matches(Models.diagrams(), Pattern.compile("delegateExpression=\"([^\"]*)\"")).stream()
                        .map(expression -> expression.substring(2, expression.length() - 1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> beans = new TreeSet<>(List.of(context.getBeanNamesForType(JavaDelegate.class)));
        beans.addAll(List.of(context.getBeanNamesForType(TaskListener.class)));
        beans.addAll(List.of(context.getBeanNamesForType(ExecutionListener.class)));
        assertThat(named).isEqualTo(beans);
    }

    @Test
    void every_form_is_bound_to_a_step_and_every_step_has_its_form() {
        assertThat(Models.attribute("formRef")).isEqualTo(Models.names(Models.forms()));
    }

    @Test
    void forms_carry_their_file_name_as_id_and_lie_in_the_folder_of_their_process() throws IOException {
        for (Path diagram : Models.diagrams()) {
            Set<String> bound = Models.matches(List.of(diagram), Pattern.compile("camunda:formRef=\"([^\"]*)\""));
            for (String form : bound) {
                Path file = Path.of("forms", Models.baseName(diagram), form + ".form");
                assertThat(file).exists();
                assertThat(json(file).get("id").asText()).isEqualTo(form);
            }
        }
    }

    @Test
    void every_decision_is_used_and_every_used_decision_is_deployed() {
        Set<String> used = Models.attribute("decisionRef");
        used.addAll(ASKED_BY_THE_HOUSE);
        used.addAll(Models.matches(Models.tables(), Pattern.compile("requiredDecision href=\"#([^\"]*)\"")));
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                        .map(DecisionDefinition::getKey))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_called_process_is_deployed_and_every_process_is_called_or_started() {
        Set<String> called = Models.matches(Models.diagrams(), CALLED);
        called.addAll(STARTED_BY_THE_HOUSE);
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(ProcessDefinition::getKey))
                .containsExactlyInAnyOrderElementsOf(called);
    }

    @Test
    void every_letter_has_a_template_in_each_language_and_every_template_is_sent() throws IOException {
        Set<String> sent =
                Models.matches(Models.diagrams(), Pattern.compile("inputParameter name=\"letter\">([a-z-]+)<"));
        sent.addAll(Models.matches(
                Models.diagrams(), Pattern.compile("sourceExpression=\"([a-z-]+)\" target=\"question\"")));
        sent.addAll(Models.matches(
                List.of(Path.of("processes/customer-reply/customer-silence.dmn")),
                Pattern.compile("_2\"><text>\"([a-z-]+)\"</text>")));
        sent.remove("none");
        sent.addAll(SENT_BY_THE_HOUSE);
        Path letters = Path.of("src/main/resources/letters");
        try (Stream<Path> folders = Files.list(letters)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
        for (String letter : sent) {
            for (String file : List.of("en.html", "en.txt", "zh.html", "zh.txt")) {
                assertThat(letters.resolve(letter).resolve(file)).exists();
            }
        }
    }

    @Test
    void every_group_that_a_model_names_is_known() {
        Set<String> groups = identity.createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Models.attribute("candidateGroups").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .filter(group -> !group.startsWith("$"))
                .collect(Collectors.toCollection(TreeSet::new));
        named.addAll(Models.matches(Models.diagrams(), Pattern.compile("inputParameter name=\"to\">([a-z-]+)<")));
        named.addAll(Models.matches(
                List.of(Path.of("processes/approval/remedy-authority.dmn")),
                Pattern.compile("<text>\"([a-z-]+)\"</text>")));
        named.removeAll(Set.of("customer", "media", "owner", "worker", "none"));
        assertThat(groups).containsAll(named);
    }

    @Test
    void every_variable_that_a_model_reads_is_set_somewhere() throws IOException {
        Set<String> declared = declaredVariables();
        Set<String> formKeys = formKeys();
        Set<String> set = new TreeSet<>(declared);
        set.addAll(formKeys);
        set.addAll(outputs());
        set.addAll(Models.matches(Models.diagrams(), Pattern.compile("inputParameter name=\"([^\"]*)\"")));
        set.addAll(Models.matches(Models.diagrams(), Pattern.compile("outputParameter name=\"([^\"]*)\"")));
        set.addAll(Models.matches(Models.diagrams(), Pattern.compile("target=\"([^\"]*)\"")));
        set.addAll(Models.matches(Models.diagrams(), Pattern.compile("errorCodeVariable=\"([^\"]*)\"")));
        set.addAll(Models.attribute("resultVariable"));
        set.addAll(startVariables());
        Set<String> read = readByModels();
        assertThat(set).as("set somewhere").containsAll(read);
    }

    private static Set<String> readByModels() {
        Set<String> read = new TreeSet<>();
        for (String expression : Models.matches(Models.diagrams(), EXPRESSION)) {
            Matcher names = NAME.matcher(expression.replaceAll("'[^']*'", "''").replaceAll("&[lg]t;", ""));
            while (names.find()) {
                read.add(names.group(1));
            }
        }
        Models.tables().forEach(file -> Models.dmn(file)
                .getModelElementsByType(Input.class)
                .forEach(input -> {
                    InputExpression expression = input.getInputExpression();
                    read.add(expression.getText().getTextContent());
                }));
        read.removeIf(name -> name.endsWith("Delegate") || name.endsWith("Listener"));
        read.removeAll(Set.of("execution", "clocks", "loopCounter", "true", "false", "null"));
        return read;
    }

    private static Set<String> outputs() {
        Set<String> outputs = new TreeSet<>();
        Models.tables().forEach(file -> Models.dmn(file)
                .getModelElementsByType(Output.class)
                .forEach(output -> outputs.add(output.getName())));
        return outputs;
    }

    private static Set<String> startVariables() {
        return Set.of(
                "caseNumber", "subject", "urgency", "harm", "safetyRisk", "legalThreat", "language", "courtesyResult");
    }

    private static Set<String> formKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path form : Models.forms()) {
            collectKeys(json(form), keys);
        }
        return keys;
    }

    private static void collectKeys(JsonNode node, Set<String> keys) {
        if (node.hasNonNull("key")) {
            keys.add(node.get("key").asText());
        }
        node.path("components").forEach(child -> collectKeys(child, keys));
    }

    private static Set<String> declaredVariables() {
        return Models.matches(
                Models.files("src/main/java", ".java"), Pattern.compile("Variable\\.of\\(\\s*\"(\\w+)\""));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
