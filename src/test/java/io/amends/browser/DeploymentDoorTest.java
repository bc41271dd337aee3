package io.amends.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The running house, as the Modeler's deploy button and a program meet it: attacks are refused with their findings, and most people at the door. */
class DeploymentDoorTest extends HouseInABrowser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ATTACKS = Path.of("src/test/resources/attacks");

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "script-task.bpmn | Task_Attack 'Attack': runs a script",
                "class-listener.bpmn | Task_Attack 'Attack': names a Java class",
                "chain-condition.bpmn | Flow_2 'Attack → Done': the expression",
                "chain-input-map.bpmn | Task_Attack 'Attack': the expression",
                "connector.bpmn | by a connector",
                "xml-external-entity.bpmn | DOCTYPE",
                "xml-billion-laughs.bpmn | DOCTYPE",
                "table-javascript.dmn | the language 'javascript'",
                "table-java-function-input.dmn | InputExpression_1",
                "form-script.form | the HTML element 'script'"
            })
    void an_owner_s_attack_is_refused_with_what_is_wrong(String file, String words) throws Exception {
        long before = repository.createDeploymentQuery().count();

        HttpResponse<String> answer = send("owner", "/engine-rest/deployment/create", List.of(file));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("message").asText())
                .startsWith("These models are not deployed:")
                .contains(file, words);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void an_owner_deploys_what_is_right() throws Exception {
        List<String> files = List.of("harmless.bpmn", "harmless-table.dmn", "harmless-form.form");

        HttpResponse<String> answer = send("owner", "/engine-rest/deployment/create", files);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        repository.deleteDeployment(JSON.readTree(answer.body()).path("id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "lead", "manager", "director", "retention", "media", "legal", "auditor"})
    void nobody_else_deploys_or_has_models_checked(String person) throws Exception {
        for (String door : List.of("/engine-rest/deployment/create", "/api/models/check")) {
            assertThat(send(person, door, List.of("harmless.bpmn")).statusCode())
                    .as(door)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_check_names_what_is_wrong_and_deploys_nothing() throws Exception {
        long before = repository.createDeploymentQuery().count();

        HttpResponse<String> answer = send("owner", "/api/models/check", List.of("script-task.bpmn", "harmless.bpmn"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode findings = JSON.readTree(answer.body());
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).path("file").asText()).isEqualTo("script-task/script-task.bpmn");
        assertThat(findings.get(0).path("element").asText()).isEqualTo("Task_Attack");
        assertThat(findings.get(0).path("name").asText()).isEqualTo("Attack");
        assertThat(findings.get(0).path("what").asText()).isEqualTo("runs a script");
        assertThat(findings.get(0).path("todo").asText()).startsWith("let a service of the house");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void a_check_of_what_is_right_finds_nothing() throws Exception {
        HttpResponse<String> answer = send("admin", "/api/models/check", List.of("harmless.bpmn"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
    }

    @Test
    void whoever_is_not_signed_in_checks_nothing() throws Exception {
        assertThat(send(null, "/api/models/check", List.of("harmless.bpmn")).statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> send(@Nullable String person, String door, List<String> files)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            String part = door.startsWith("/api/") ? "file" : "file" + i;
            String name = files.get(i);
            // as it lies in a folder of its own
            String as = name.endsWith(".bpmn") ? name.replace(".bpmn", "") + "/" + name : name;
            body.append("--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(part, as))
                    .append("Content-Type: application/octet-stream\r\n\r\n")
                    .append(Files.readString(ATTACKS.resolve(name)))
                    .append("\r\n");
        }
        body.append("--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nattack\r\n--x--\r\n");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(HOUSE + door))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        if (person != null) {
            String credentials =
                    Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
