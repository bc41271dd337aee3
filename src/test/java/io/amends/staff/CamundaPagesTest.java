package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One sign-in for our pages and Camunda's. */
class CamundaPagesTest extends StaffTest {

    @Test
    void the_tasklist_opens_signed_in_with_user_and_groups() {
        Caller agent = atBrowser(Role.SERVICE_AGENTS);

        Answer page = agent.get("/camunda/app/tasklist/default/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Camunda Tasklist");
        JsonNode who = agent.get("/camunda/api/admin/auth/user/default").json();
        assertThat(who.get("userId").asText()).isEqualTo(userOf(Role.SERVICE_AGENTS));

        String task = openTask("Task_Listen").getId();
        assertThat(agent.get("/camunda/api/engine/engine/default/task/" + task).status())
                .isEqualTo(200);
    }

    @Test
    void each_role_opens_the_applications_it_needs() {
        assertThat(apps(Role.SERVICE_AGENTS)).containsExactlyInAnyOrder("tasklist", "welcome");
        assertThat(apps(Role.AUDITORS)).containsExactlyInAnyOrder("tasklist", "cockpit", "welcome");
        assertThat(apps(Role.PROCESS_OWNERS)).containsExactlyInAnyOrder("tasklist", "cockpit", "welcome");
        assertThat(apps(Role.CAMUNDA_ADMIN)).containsExactlyInAnyOrder("tasklist", "cockpit", "admin", "welcome");
    }

    private List<String> apps(Role role) {
        Caller caller = atBrowser(role);
        caller.get("/camunda/app/welcome/default/");
        List<String> apps = new ArrayList<>();
        caller.get("/camunda/api/admin/auth/user/default")
                .json()
                .get("authorizedApps")
                .forEach(app -> apps.add(app.asText()));
        return apps;
    }

    @Test
    void signing_out_in_the_tasklist_signs_out_everywhere() {
        Caller agent = atBrowser(Role.SERVICE_AGENTS);
        agent.get("/camunda/app/tasklist/default/");

        Answer out = agent.send(
                "POST",
                "/camunda/api/admin/auth/user/default/logout",
                "",
                "application/json",
                Map.of("X-XSRF-TOKEN", agent.cookie("XSRF-TOKEN")));

        assertThat(out.status()).isEqualTo(204);
        assertThat(agent.get("/cases").status()).isEqualTo(302);
        assertThat(agent.get("/camunda/app/tasklist/default/").header("Location"))
                .endsWith("/sign-in");
    }

    @Test
    void signing_out_on_our_page_signs_out_of_the_tasklist() {
        Caller agent = atBrowser(Role.SERVICE_AGENTS);
        agent.get("/camunda/app/tasklist/default/");

        agent.form("/sign-out", Map.of("_csrf", agent.csrf("/")));

        assertThat(agent.get("/camunda/api/engine/engine/default/task").status())
                .isIn(302, 401);
    }

    @Test
    void the_next_person_at_the_same_browser_is_not_the_last_one() {
        Caller browser = atBrowser(Role.SERVICE_AGENTS);
        browser.get("/camunda/app/tasklist/default/");
        browser.form("/sign-out", Map.of("_csrf", browser.csrf("/")));
        browser.signIn(userOf(Role.LEGAL), PASSWORD);
        browser.get("/camunda/app/tasklist/default/");

        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo(userOf(Role.LEGAL));
    }
}
