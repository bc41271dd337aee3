package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role may do, by really doing it. */
class RolesTest extends StaffTest {

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    IdentityService identityService;

    @Autowired
    HistoryService historyService;

    @Autowired
    FilterService filterService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffSetup setup;

    @Autowired
    People people;

    private static final String CLAIM_AS_AGENT = "{\"userId\":\"u-service-agents\"}";

    @Test
    void an_agent_starts_claims_and_completes_and_the_operation_log_names_who_did() {
        Answer started = as(Role.SERVICE_AGENTS)
                .post("/engine-rest/process-definition/key/complaint/submit-form", "{\"variables\":{}}");
        assertThat(started.status()).isEqualTo(200);
        String instance = started.json().get("id").asText();
        String task = as(Role.SERVICE_AGENTS)
                .get("/engine-rest/task?processInstanceId=" + instance)
                .json()
                .get(0)
                .get("id")
                .asText();

        assertThat(as(Role.SERVICE_AGENTS)
                        .post("/engine-rest/task/" + task + "/claim", CLAIM_AS_AGENT)
                        .status())
                .isEqualTo(204);
        assertThat(as(Role.SERVICE_AGENTS)
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .status())
                .isEqualTo(200);
        assertThat(as(Role.SERVICE_AGENTS)
                        .post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"called back\"}")
                        .status())
                .isEqualTo(200);
        assertThat(as(Role.SERVICE_AGENTS)
                        .post("/engine-rest/task/" + task + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(204);

        assertThat(historyService
                        .createUserOperationLogQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(entry -> entry.getOperationType() + " by " + entry.getUserId())
                .contains("Create by u-service-agents", "Claim by u-service-agents", "Complete by u-service-agents");
        assertThat(as(Role.SERVICE_AGENTS)
                        .get("/engine-rest/history/process-instance?processInstanceId=" + instance)
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_lead_hands_work_over_and_an_agent_does_not() {
        Task task = openTask("Task_Listen");
        String path = "/engine-rest/task/" + task.getId();

        assertThat(as(Role.SERVICE_AGENTS)
                        .post(path + "/assignee", CLAIM_AS_AGENT)
                        .status())
                .isEqualTo(403);
        assertThat(as(Role.TEAM_LEADS)
                        .post(path + "/assignee", "{\"userId\":\"u-team-leads\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as(Role.TEAM_LEADS).post(path + "/complete", "{}").status()).isEqualTo(204);
    }

    @Test
    void who_is_not_in_the_care_of_complaints_sees_none_of_it() {
        Task task = openTask("Task_Listen");

        for (Role role : List.of(Role.RETENTION, Role.COMMUNICATIONS, Role.SPOKESPERSONS, Role.LEGAL)) {
            assertThat(as(role).get("/engine-rest/task").json().size()).isZero();
            assertThat(as(role).get("/engine-rest/process-instance").json().size())
                    .isZero();
            assertThat(as(role).get("/engine-rest/history/variable-instance")
                            .json()
                            .size())
                    .isZero();
            assertThat(as(role).get("/engine-rest/task/" + task.getId()).status())
                    .isIn(403, 404);
            assertThat(as(role).get("/engine-rest/task/" + task.getId() + "/comment")
                            .status())
                    .isEqualTo(403);
            assertThat(as(role).post("/engine-rest/process-definition/key/complaint/start", "{}")
                            .status())
                    .isIn(403, 404);
        }
    }

    @Test
    void colleagues_are_not_listed_for_everybody_but_our_own_code_knows_their_names() {
        assertThat(as(Role.SERVICE_AGENTS).get("/engine-rest/user").json().size())
                .isEqualTo(1);

        identityService.setAuthentication(userOf(Role.SERVICE_AGENTS), List.of("service-agents"));
        try {
            assertThat(people.person(userOf(Role.LEGAL)).orElseThrow().name()).isEqualTo("Kim Legal");
            assertThat(people.members("legal")).extracting(Person::userId).containsExactly(userOf(Role.LEGAL));
            assertThat(people.groupsOf(userOf(Role.LEGAL))).containsExactly("legal");
            assertThat(identityService.getCurrentAuthentication().getUserId()).isEqualTo(userOf(Role.SERVICE_AGENTS));
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Test
    void no_row_is_written_per_task() {
        long before = authorizationService.createAuthorizationQuery().count();

        Task task = openTask("Task_Listen");
        as(Role.SERVICE_AGENTS).post("/engine-rest/task/" + task.getId() + "/claim", CLAIM_AS_AGENT);
        as(Role.SERVICE_AGENTS).post("/engine-rest/process-definition/key/complaint/start", "{}");
        as(Role.SERVICE_AGENTS).post("/engine-rest/task/" + task.getId() + "/complete", "{}");

        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .list())
                .allMatch(row -> "camunda-admin".equals(row.getGroupId()));
    }

    @Test
    void setting_up_twice_changes_nothing() {
        long grants = authorizationService.createAuthorizationQuery().count();
        long filters = filterService.createFilterQuery().count();

        setup.afterSingletonsInstantiated();

        assertThat(authorizationService.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filterService.createFilterQuery().count()).isEqualTo(filters);
        assertThat(identityService.createGroupQuery().list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrderElementsOf(
                        java.util.Arrays.stream(Role.values()).map(Role::group).toList());
    }

    @Test
    void passwords_are_kept_as_bcrypt() {
        assertThat(jdbc.sql("select PWD_ from ACT_ID_USER").query(String.class).list())
                .isNotEmpty()
                .allMatch(kept -> kept.startsWith("{BCRYPT}$2a$10$"));
    }

    @Test
    void a_short_password_and_one_with_the_own_name_are_refused() {
        for (String password : List.of("short", "u-legal-is-my-name")) {
            Answer answer = as(Role.LEGAL)
                    .send(
                            "PUT",
                            "/engine-rest/user/u-legal/credentials",
                            "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(password, PASSWORD),
                            "application/json",
                            java.util.Map.of());
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_new_role_counts_without_a_new_sign_in_and_a_deleted_account_is_out() {
        accounts.createIfMissing("mover", "Mo", "Ver", "m@amends.example", PASSWORD, List.of("legal"));
        Caller mover = nobody().page();
        mover.signIn("mover", PASSWORD);
        assertThat(mover.get("/cases").status()).isEqualTo(200);

        identityService.deleteUser("mover");
        accounts.createIfMissing("forgets", "For", "Gets", "f@amends.example", PASSWORD, List.of());

        assertThat(mover.get("/cases").status()).isEqualTo(302);
    }

    @Test
    void filters_come_in_order_with_the_case_on_each_card_and_the_right_readers() {
        assertThat(filters(Role.SERVICE_AGENTS))
                .containsExactly("My tasks", "My group's tasks", "Overdue", "Due today", "Promises", "Complaints");
        assertThat(filters(Role.LEGAL))
                .containsExactly("My tasks", "My group's tasks", "Overdue", "Due today", "Promises", "Media");
        assertThat(filters(Role.AUDITORS)).hasSize(9);
    }

    private List<String> filters(Role role) {
        JsonNode filters = as(role).get("/engine-rest/filter?resourceType=Task").json();
        return StreamSupport.stream(filters.spliterator(), false)
                .filter(filter -> filter.get("properties").has("priority"))
                .sorted(Comparator.comparing(
                        filter -> filter.get("properties").get("priority").asInt()))
                .peek(filter -> assertThat(
                                filter.get("properties").get("variables").findValuesAsText("name"))
                        .containsExactly("caseNumber", "customer", "severity", "level", "subject"))
                .map(filter -> filter.get("name").asText())
                .toList();
    }

    @Test
    void the_filter_of_the_group_shows_what_waits_for_it() {
        Task task = openTask("Task_Decide");
        String filter = filterService
                .createFilterQuery()
                .filterName("My group's tasks")
                .singleResult()
                .getId();

        assertThat(as(Role.SERVICE_MANAGERS)
                        .get("/engine-rest/filter/" + filter + "/list")
                        .body())
                .contains(task.getId());
        assertThat(as(Role.SERVICE_AGENTS)
                        .get("/engine-rest/filter/" + filter + "/list")
                        .body())
                .doesNotContain(task.getId());
    }
}
