package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest extends StaffTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/complain",
                "/r/some-token",
                "/css/amends.css",
                "/favicon.svg",
                "/webjars/picocss__pico/css/pico.min.css",
                "/actuator/health"
            })
    void open_to_everybody(String path) {
        assertThat(nobody().page().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/engine-rest/process-definition",
                "/engine-rest/user",
                "/engine-rest/version",
                "/api/cases/CMP-2026-000001",
                "/api/cases",
                "/demo/clock",
                "/api-docs",
                "/api-docs/swagger-config",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/letters",
                "/actuator/health/db",
                "/actuator/env"
            })
    void programs_are_told_to_sign_in(String path) {
        Answer answer = nobody().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(401);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/cases/CMP-2026-000001",
                "/audit",
                "/figures",
                "/camunda/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/admin/default/setup/x",
                "/camunda/lib/deps.js",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/webjars/camunda/app/tasklist/index.html",
                "/h2-console",
                "/no-such-page",
                "/error"
            })
    void people_are_led_to_the_sign_in(String path) {
        Answer answer = nobody().page().get(path);

        if (path.contains("/setup/")) {
            assertThat(answer.status()).isEqualTo(404);
        } else {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklist-plugins/default/"
            })
    void camundas_own_api_is_closed_too(String path) {
        assertThat(nobody().get(path).status()).isEqualTo(401);
        assertThat(nobody().post(path, "{}").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/engine-rest//task, 400",
        "/engine-rest/task;x=/complain, 400",
        "/complain/..%2fcases, 400",
        "/%63ases, 302",
    })
    void no_way_of_writing_an_address_gets_around_the_door(String path, int status) {
        assertThat(nobody().page().get(path).status()).isEqualTo(status);
    }

    @Test
    void health_tells_its_parts_to_administrators_only() {
        assertThat(nobody().get("/actuator/health").json().has("components")).isFalse();
        assertThat(as(Role.SERVICE_AGENTS).get("/actuator/health").json().has("components"))
                .isFalse();
        assertThat(as(Role.CAMUNDA_ADMIN).get("/actuator/health").json().has("components"))
                .isTrue();
    }

    @Test
    void letters_held_back_after_a_restore_are_for_administrators() {
        assertThat(as(Role.SERVICE_AGENTS).get("/actuator/letters").status()).isEqualTo(403);
        assertThat(as(Role.SERVICE_AGENTS)
                        .post("/actuator/letters", "{\"decision\": \"send\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void metrics_are_for_administrators() {
        assertThat(as(Role.SERVICE_AGENTS).get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(as(Role.CAMUNDA_ADMIN)
                        .accepting("text/plain")
                        .get("/actuator/prometheus")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE_AGENTS, /api/complaints, 200",
        "LEGAL, /api/complaints, 403",
        "AUDITORS, /api/complaints, 403",
        "SERVICE_MANAGERS, /api/customers/import, 200",
        "SERVICE_AGENTS, /api/customers/import, 403",
        "AUDITORS, /api/customers/import, 403",
        "SERVICE_MANAGERS, /api/agreements/import, 200",
        "RETENTION, /api/agreements/import, 403",
        "COMMUNICATIONS, /api/agreements/import, 403",
        "COMMUNICATIONS, /api/media-register/import, 200",
        "SERVICE_MANAGERS, /api/media-register/import, 200",
        "CAMUNDA_ADMIN, /api/media-register/import, 200",
        "LEGAL, /api/media-register/import, 403",
        "SPOKESPERSONS, /api/media-register/import, 403",
        "AUDITORS, /api/media-register/import, 403",
        "CAMUNDA_ADMIN, /demo/clock, 200",
        "SERVICE_AGENTS, /demo/clock, 200",
        "AUDITORS, /demo/clock, 403",
        "PROCESS_OWNERS, /api/models/check, 200",
        "CAMUNDA_ADMIN, /api/models/check, 200",
        "SERVICE_MANAGERS, /api/models/check, 403",
        "DIRECTORS, /api/models/check, 403",
        "AUDITORS, /api/models/check, 403"
    })
    void each_role_writes_what_it_may(Role role, String path, int status) {
        assertThat(as(role).post(path, "{}").status()).isEqualTo(status);
    }

    @Test
    void an_auditor_reads_pages_and_posts_none() {
        Caller auditor = atBrowser(Role.AUDITORS);

        assertThat(auditor.get("/cases").status()).isEqualTo(200);
        Map<String, String> token = Map.of("_csrf", auditor.csrf("/"));
        assertThat(auditor.form("/cases/CMP-2026-000001/notes", token).status()).isEqualTo(403);
        Caller agent = atBrowser(Role.SERVICE_AGENTS);
        assertThat(agent.form("/cases/CMP-2026-000001/notes", Map.of("_csrf", agent.csrf("/")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void somebody_without_a_role_sees_the_start_page_only() {
        accounts.createIfMissing("newcomer", "New", "Comer", "n@amends.example", PASSWORD, java.util.List.of());
        Caller newcomer = nobody().page();
        newcomer.signIn("newcomer", PASSWORD);

        assertThat(newcomer.get("/").body()).contains("Your account has no role yet");
        assertThat(newcomer.get("/cases").status()).isEqualTo(403);
        assertThat(with("newcomer", PASSWORD).get("/engine-rest/task").status()).isEqualTo(403);
    }

    @Test
    void customers_need_a_token_on_the_form_but_a_letters_link_is_its_own() {
        assertThat(nobody().page().form("/complain", Map.of()).status()).isEqualTo(403);
        assertThat(nobody().page().form("/r/some-token", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void every_page_carries_its_protection() {
        Answer page = nobody().page().get("/sign-in");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'self'", "object-src 'none'", "form-action 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(nobody().page().get("/r/some-token").headers("Referrer-Policy"))
                .containsExactly("no-referrer");
        assertThat(nobody().page().get("/css/amends.css").header("Cache-Control"))
                .contains("max-age=3600");
    }

    @Test
    void a_browser_that_came_by_https_is_told_to_stay_there() {
        Answer secure = nobody().page().send("GET", "/sign-in", null, null, Map.of("X-Forwarded-Proto", "https"));

        assertThat(secure.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(secure.header("Set-Cookie")).contains("Secure");
        assertThat(nobody().page().get("/sign-in").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_missing_page_is_told_in_words_to_people_and_as_a_problem_to_programs() {
        Answer page = atBrowser(Role.SERVICE_AGENTS).get("/no-such-page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("This address does not exist").contains("Back to the start");

        Answer problem = as(Role.SERVICE_AGENTS).get("/api/no-such-thing");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void the_api_documents_itself_to_staff() {
        assertThat(as(Role.SERVICE_AGENTS).get("/api-docs").json().has("openapi"))
                .isTrue();
        assertThat(atBrowser(Role.SERVICE_AGENTS).get("/swagger-ui/index.html").status())
                .isEqualTo(200);
    }
}
