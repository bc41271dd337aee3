package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** With the engine's own authorizations on, somebody with the least of rights can do their work and nothing more. */
@TestPropertySource(
        properties = {"camunda.bpm.authorization.enabled=true", "camunda.bpm.process-engine-name=authorized"})
class AuthorizedWorkTest extends RestTest {

    @Autowired
    AuthorizationService authorizations;

    @BeforeEach
    void grantTheLeast() {
        grant(
                "service-agents",
                Resources.PROCESS_DEFINITION,
                "ask",
                READ,
                READ_TASK,
                READ_TASK_VARIABLE,
                TASK_WORK,
                CREATE_INSTANCE);
        grant("service-agents", Resources.PROCESS_INSTANCE, "*", CREATE);
        grant("legal", Resources.PROCESS_DEFINITION, "ask", READ, READ_TASK, READ_TASK_VARIABLE, TASK_WORK);
    }

    @AfterEach
    void revoke() {
        authorizations.createAuthorizationQuery().list().stream()
                .filter(authorization -> authorization.getGroupId() != null)
                .filter(authorization -> !"camunda-admin".equals(authorization.getGroupId()))
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }

    @Test
    void an_agent_starts_claims_sees_the_facts_and_finishes() {
        assertDone(post(
                "agent", "/process-definition/key/ask/submit-form", variables(fields("subject", "A late parcel"))));
        Task task = tasks.createTaskQuery().singleResult();

        assertDone(post("agent", "/task/" + task.getId() + "/claim", Map.of("userId", "agent")));
        var shown = get("agent", "/task/" + task.getId() + "/form-variables?deserializeValues=false");
        assertThat(shown.getBody().path("facts").path("value").asText()).contains("O'Neill");
        assertRefused(submit("agent", task, Map.of("settled", "yes")), "sure: is required");
        assertDone(submit("agent", task, Map.of("settled", "yes", "sure", true)));
        assertThat(tasks.createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("Task_Approve");
    }

    @Test
    void whoever_may_not_start_is_told_so_before_anything_is_taken_in() {
        assertForbidden(post(
                "lawyer", "/process-definition/key/ask/submit-form", variables(fields("subject", "A late parcel"))));
        assertForbidden(post("lawyer", "/process-definition/key/ask/start", variables(fields("subject", "x"))));

        assertThat(askForm.taken).isEmpty();
    }

    @Test
    void a_start_form_and_what_it_lists_is_for_whoever_may_start() {
        assertThat(get("agent", "/process-definition/key/ask/deployed-start-form")
                        .getBody()
                        .path("components"))
                .isNotEmpty();
        assertForbidden(get("lawyer", "/process-definition/key/ask/deployed-start-form"));
    }

    @Test
    void the_right_to_work_on_tasks_does_not_open_other_groups_tasks() {
        Task task = ask();

        assertForbidden(submit("lawyer", task, Map.of("settled", "yes", "sure", true)), "another group");
        assertForbidden(get("director", "/task/" + task.getId() + "/form-variables?deserializeValues=false"));
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
