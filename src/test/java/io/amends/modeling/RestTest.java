package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** A running engine with its REST API and the models of the tests. */
@SpringBootTest(
        classes = ModelingTestApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.datasource.password=",
            "spring.flyway.enabled=false",
            "camunda.bpm.authorization.enabled=false",
            "camunda.bpm.generic-properties.properties.deserialization-type-validation-enabled=true",
            // an engine of its own name, because engines of one name in one JVM take each other's REST calls
            "camunda.bpm.process-engine-name=modeling",
            "amends.models=src/test/resources/modeling/models"
        })
abstract class RestTest {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ModelingTestApp.AskForm askForm;

    @AfterEach
    void clearTheDesk() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test"));
        askForm.taken.clear();
    }

    /** A case that waits for an answer. */
    Task ask(Map<String, Object> variables) {
        String id = runtime.startProcessInstanceByMessage("ask-received", "ASK-T", variables)
                .getId();
        return task(id);
    }

    Task ask() {
        return ask(Map.of());
    }

    Task task(String processId) {
        return tasks.createTaskQuery().processInstanceId(processId).singleResult();
    }

    ResponseEntity<JsonNode> post(String user, String path, Object body) {
        return call(HttpMethod.POST, user, path, body);
    }

    ResponseEntity<JsonNode> get(String user, String path) {
        return call(HttpMethod.GET, user, path, null);
    }

    ResponseEntity<JsonNode> call(HttpMethod method, String user, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        if (user != null) {
            headers.set("X-User", user);
        }
        return rest.exchange(
                "/engine-rest/engine/" + engine.getName() + path,
                method,
                new HttpEntity<>(body, headers),
                JsonNode.class);
    }

    ResponseEntity<JsonNode> submit(String user, Task task, Map<String, Object> fields) {
        return post(user, "/task/" + task.getId() + "/submit-form", variables(fields));
    }

    static void assertRefused(ResponseEntity<JsonNode> answer, String... parts) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(400);
        assertThat(answer.getBody().path("message").asText()).contains(parts);
    }

    static void assertForbidden(ResponseEntity<JsonNode> answer, String... parts) {
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(403);
        assertThat(List.of(parts))
                .allSatisfy(part ->
                        assertThat(answer.getBody().path("message").asText()).contains(part));
    }

    static void assertDone(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s", answer).isTrue();
    }

    /** As the Tasklist sends them: a value without a type, lists as JSON. */
    static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("value", value instanceof Json json ? json.text() : value);
            if (value instanceof Json) {
                variable.put("type", "Json");
            }
            variables.put(key, variable);
        });
        return Map.of("variables", variables);
    }

    record Json(String text) {}

    static Map<String, Object> fields(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
