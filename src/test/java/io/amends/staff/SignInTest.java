package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest extends StaffTest {

    private static final String AGENT = userOf(Role.SERVICE_AGENTS);

    @Test
    void a_right_password_leads_back_to_the_page_asked_for() {
        Caller caller = nobody().page();
        Answer asked = caller.get("/cases");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Location")).endsWith("/sign-in");

        Answer answer = caller.signIn(AGENT, PASSWORD);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/cases");
        assertThat(caller.get("/cases").body()).isEqualTo("read");
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
        Answer wrong = nobody().page().signIn(AGENT, "wrong password");
        Answer unknown = nobody().page().signIn("nobody-at-all", "wrong password");

        assertThat(wrong.status()).isEqualTo(302);
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.header("Location"))
                .isEqualTo(wrong.header("Location"))
                .endsWith("/sign-in?refused");
        assertThat(nobody().page().get("/sign-in?refused").body()).contains("The name or the password is wrong");
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        with(AGENT, "warm up").get("/api/cases/1");
        with("nobody-at-all", "warm up").get("/api/cases/1");

        Duration known = timed(() -> with(AGENT, "wrong").get("/api/cases/1"));
        Duration unknown = timed(() -> with("nobody-at-all", "wrong").get("/api/cases/1"));

        // one BCrypt each: without it the answer for an unknown name comes in a fiftieth of the time
        assertThat(unknown).isGreaterThan(known.dividedBy(4));
    }

    private static Duration timed(Runnable call) {
        long from = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    @Test
    void the_session_is_renewed_at_sign_in_and_ends_at_sign_out() {
        Caller caller = nobody().page();
        caller.get("/sign-in");
        String before = caller.cookie("JSESSIONID");

        caller.signIn(AGENT, PASSWORD);
        String after = caller.cookie("JSESSIONID");
        assertThat(after).isNotEmpty().isNotEqualTo(before);

        Answer out = caller.form("/sign-out", Map.of("_csrf", caller.csrf("/")));
        assertThat(out.header("Location")).endsWith("/sign-in?bye");
        assertThat(caller.get("/cases").status()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_token_signs_nobody_in_and_nobody_out() {
        assertThat(nobody().page()
                        .form("/sign-in", Map.of("username", AGENT, "password", PASSWORD))
                        .status())
                .isEqualTo(403);
        Caller caller = atBrowser(Role.SERVICE_AGENTS);
        assertThat(caller.form("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(caller.get("/cases").status()).isEqualTo(200);
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_waits_and_then_works() {
        Caller caller = nobody().page();
        for (int tried = 0; tried < 5; tried++) {
            assertThat(caller.signIn(AGENT, "wrong " + tried).status()).isEqualTo(302);
        }

        Answer refused = caller.signIn(AGENT, PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 60L);
        assertThat(refused.body()).contains("Please wait").contains("seconds");

        clock.advance(Duration.ofSeconds(60));
        assertThat(caller.signIn(AGENT, PASSWORD).header("Location")).doesNotContain("refused");
    }

    @Test
    void a_throttled_call_gets_a_problem_document_that_says_when_to_come_back() {
        String user = userOf(Role.LEGAL);
        for (int tried = 0; tried < 5; tried++) {
            assertThat(with(user, "wrong " + tried).get("/api/cases/1").status())
                    .isEqualTo(401);
        }

        Answer refused = with(user, PASSWORD).get("/engine-rest/task");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("retryAfterSeconds").asLong()).isPositive();
        assertThat(as(Role.RETENTION).get("/api/cases/1").status()).isEqualTo(200);
    }

    @Test
    void right_passwords_use_up_no_tries() {
        for (int call = 0; call < 12; call++) {
            remembered.forget();
            assertThat(as(Role.DIRECTORS).get("/api/cases/1").status()).isEqualTo(200);
        }
    }

    @Test
    void many_names_from_one_address_are_throttled_together() {
        int refused = 0;
        for (int name = 0; name < 55; name++) {
            if (with("guess-" + name, "x").get("/api/cases/1").status() == 429) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 6);
    }

    @Test
    void basic_makes_no_session() {
        Answer api = as(Role.SERVICE_AGENTS).get("/api/cases/1");
        Answer engine = as(Role.SERVICE_AGENTS).get("/engine-rest/task");

        assertThat(api.headers("Set-Cookie")).isEmpty();
        assertThat(engine.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void the_cookie_of_the_session_stays_with_us() {
        Answer page = nobody().page().get("/sign-in");

        assertThat(page.header("Set-Cookie"))
                .startsWith("JSESSIONID=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void a_session_may_call_the_api_but_writes_only_with_its_token() {
        Caller caller = atBrowser(Role.SERVICE_AGENTS);

        assertThat(caller.get("/api/cases/1").status()).isEqualTo(200);
        assertThat(caller.post("/api/complaints", "{}").status()).isEqualTo(403);
        assertThat(caller.send(
                                "POST",
                                "/api/complaints",
                                "{}",
                                "application/json",
                                Map.of("X-CSRF-TOKEN", caller.csrf("/")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_password_that_a_browser_sends_along_for_another_site_writes_nothing() {
        Answer forged = as(Role.CAMUNDA_ADMIN)
                .send("POST", "/engine-rest/filter/create", "{}", "text/plain", Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void only_a_caller_that_is_no_browser_is_challenged() {
        assertThat(nobody().get("/api/cases/1").header("WWW-Authenticate")).startsWith("Basic");
        assertThat(nobody().page().get("/api/cases/1").header("WWW-Authenticate"))
                .isEmpty();
    }
}
