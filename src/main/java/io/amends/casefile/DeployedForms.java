package io.amends.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms as they were deployed with the version of a process, read for the record. */
@Component
class DeployedForms {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.+?)}}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*+)(?!\\s*\\()(?:\\.\\w+)*");
    private static final Set<String> WORDS = Set.of(
            "this", "parent", "null", "true", "false", "and", "or", "not", "if", "then", "else", "loop", "in", "every",
            "some", "return", "for");

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    /** What is deployed never changes. */
    private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository, JdbcClient jdbc, ObjectMapper json) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The form of a task, or empty where it has none or none that the engine deployed. */
    Optional<DeployedForm> of(String definitionId, String taskKey, Date answered) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definitionId).getModelElementById(taskKey);
        if (!(element instanceof UserTask task) || task.getCamundaFormRef() == null) {
            return Optional.empty();
        }
        String deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        return row(task, deployment, answered).map(row -> read.computeIfAbsent(row.id(), id -> read(row)));
    }

    private Optional<Row> row(UserTask task, String deployment, Date answered) {
        // the engine's public API finds no form of a task that has ended
        String sql = "select f.ID_, f.KEY_, f.VERSION_, f.RESOURCE_NAME_, f.DEPLOYMENT_ID_ from ACT_RE_CAMFORMDEF f";
        String key = task.getCamundaFormRef();
        return switch (Optional.ofNullable(task.getCamundaFormRefBinding()).orElse("latest")) {
            case "deployment" -> find(sql + " where f.KEY_ = ? and f.DEPLOYMENT_ID_ = ?", key, deployment);
            case "version" ->
                find(sql + " where f.KEY_ = ? and f.VERSION_ = ?", key, number(task.getCamundaFormRefVersion()));
            default ->
                find(
                        sql + " join ACT_RE_DEPLOYMENT d on d.ID_ = f.DEPLOYMENT_ID_ where f.KEY_ = ?"
                                + " and d.DEPLOY_TIME_ <= ? order by f.VERSION_ desc",
                        key,
                        Timestamp.from(answered.toInstant()));
        };
    }

    private static int number(@Nullable String version) {
        return version == null || !version.matches("\\d{1,9}") ? 0 : Integer.parseInt(version);
    }

    private Optional<Row> find(String sql, Object... params) {
        return jdbc
                .sql(sql)
                .params(params)
                .query((row, n) -> new Row(
                        row.getString("ID_"),
                        row.getString("KEY_"),
                        row.getInt("VERSION_"),
                        row.getString("RESOURCE_NAME_"),
                        row.getString("DEPLOYMENT_ID_")))
                .list()
                .stream()
                .findFirst();
    }

    private DeployedForm read(Row row) {
        try (InputStream form = repository.getResourceAsStream(row.deployment(), row.file())) {
            List<DeployedForm.Field> fields = new ArrayList<>();
            Set<String> shows = new LinkedHashSet<>();
            walk(json.readTree(form).path("components"), fields, shows);
            fields.forEach(field -> shows.remove(field.key()));
            return new DeployedForm(row.key(), row.version(), row.file(), List.copyOf(fields), shows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void walk(JsonNode components, List<DeployedForm.Field> fields, Set<String> shows) {
        for (JsonNode component : components) {
            walk(component.path("components"), fields, shows);
            templates(component.path("content").asText(component.path("text").asText("")), shows);
            expression(component.path("dataSource").asText(""), shows);
            if (component.hasNonNull("key") && !component.has("components")) {
                fields.add(field(component));
            }
        }
    }

    private static DeployedForm.Field field(JsonNode component) {
        Map<String, String> options = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(value -> options.put(
                        value.path("value").asText(), value.path("label").asText()));
        String key = component.path("key").asText();
        String label = component.path("label").asText("").strip();
        return new DeployedForm.Field(
                key,
                label.isEmpty() ? Words.label(key) : label,
                component.path("type").asText(),
                options);
    }

    private static void templates(String text, Set<String> shows) {
        Matcher template = TEMPLATE.matcher(text);
        while (template.find()) {
            expression(template.group(1).replaceFirst("^[#/]\\s*(?:if|loop)\\b", ""), shows);
        }
    }

    private static void expression(String expression, Set<String> shows) {
        Matcher name = NAME.matcher(QUOTED.matcher(expression).replaceAll("\"\""));
        while (name.find()) {
            if (!WORDS.contains(name.group(1))) {
                shows.add(name.group(1));
            }
        }
    }

    private record Row(String id, String key, int version, String file, String deployment) {}
}
