package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** What is refused is refused whoever deploys, with all that is wrong, and leaves nothing behind. */
class ModelGuardTest extends RestTest {

    private static final String WRONG_TWICE = diagram("first", "Forbidden", "Forbidden");
    private static final String WRONG_ONCE = diagram("second", "Allowed", "Forbidden");
    private static final String RIGHT = diagram("third", "Allowed", "Allowed");

    @Autowired
    RepositoryService repository;

    @AfterEach
    void takeBack() {
        repository
                .createDeploymentQuery()
                .deploymentName("trial")
                .list()
                .forEach(it -> repository.deleteDeployment(it.getId()));
    }

    @Test
    void the_rest_api_answers_400_with_every_finding_of_every_file() {
        long before = deployments();

        ResponseEntity<JsonNode> answer = deploy(Map.of("one.bpmn", WRONG_TWICE, "two.bpmn", WRONG_ONCE));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("message").asText()).isEqualTo("""
                        These models are not deployed:
                        one.bpmn, Task_1 'Forbidden': is forbidden beside [ask/ask.bpmn, called/called.bpmn, plain/plain.bpmn]
                        one.bpmn, Task_2 'Forbidden': is forbidden beside [ask/ask.bpmn, called/called.bpmn, plain/plain.bpmn]
                        two.bpmn, Task_2 'Forbidden': is forbidden beside [ask/ask.bpmn, called/called.bpmn, plain/plain.bpmn]""");
        assertThat(deployments()).isEqualTo(before);
        assertThat(processes("first") + processes("second")).isZero();
    }

    @Test
    void our_own_code_is_refused_in_the_same_words() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("trial").addString("one.bpmn", WRONG_TWICE);

        assertThatThrownBy(deployment::deploy)
                .isInstanceOfSatisfying(ModelRefusal.class, refusal -> assertThat(refusal.findings())
                        .extracting(ModelFinding::element)
                        .containsExactly("Task_1", "Task_2"));
    }

    @Test
    void what_is_right_is_deployed_and_replaced() {
        assertThat(deploy(Map.of("three.bpmn", RIGHT)).getStatusCode().is2xxSuccessful())
                .isTrue();
        assertThat(processes("third")).isOne();

        assertThat(deploy(Map.of("three.bpmn", RIGHT.replace("Allowed", "Forbidden")))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(processes("third")).isOne();
    }

    @Test
    void a_file_that_cannot_be_read_is_one_of_the_findings() {
        ResponseEntity<JsonNode> answer = deploy(Map.of(
                "cut-off.bpmn", RIGHT.replace("</definitions>", ""),
                "out-of-place.bpmn", RIGHT.replace("userTask", "userTusk"),
                "two.bpmn", WRONG_ONCE));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("message").asText())
                .contains("cut-off.bpmn: cannot be read: ", "line 51, column ")
                .contains("out-of-place.bpmn: cannot be read: ", "userTusk")
                .contains("two.bpmn, Task_2 'Forbidden'");
    }

    @Test
    void what_the_engine_itself_does_not_take_is_refused_in_words() {
        long before = deployments();

        ResponseEntity<JsonNode> answer =
                deploy(Map.of("begin.bpmn", startedBy("begin", "go"), "again.bpmn", startedBy("again", "go")));

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("message").asText())
                .startsWith("These models are not deployed:")
                .contains("the engine does not take it: ", "message event subscription", "'go'")
                .doesNotContain("ENGINE-");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void a_start_with_wrong_models_ends_in_words() {
        FailureAnalysis analysis = new ModelRefusalAnalyzer()
                .analyze(new ModelRefusal(List.of(ModelFinding.of("one.bpmn", "is wrong", "put it right"))));

        assertThat(analysis.getDescription())
                .isEqualTo("These models are not deployed:\none.bpmn: is wrong; put it right");
        assertThat(analysis.getAction()).contains("amends.models");
    }

    private ResponseEntity<JsonNode> deploy(Map<String, String> files) {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("deployment-name", "trial");
        files.forEach((name, text) -> form.add(name, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        headers.set("X-User", "admin");
        return rest.postForEntity(
                "/engine-rest/engine/" + engine.getName() + "/deployment/create",
                new HttpEntity<>(form, headers),
                JsonNode.class);
    }

    private long deployments() {
        return repository.createDeploymentQuery().count();
    }

    private long processes(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private static String startedBy(String key, String message) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .message(message)
                .endEvent()
                .done());
    }

    private static String diagram(String key, String firstStep, String secondStep) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Task_1")
                .name(firstStep)
                .userTask("Task_2")
                .name(secondStep)
                .endEvent()
                .done());
    }
}
