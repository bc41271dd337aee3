package io.amends.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A running application with people in every role, and a caller over HTTP. */
@SpringBootTest(
        classes = StaffSlice.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.flyway.enabled=false",
            "server.forward-headers-strategy=native",
            "amends.admin.user=admin",
            "amends.admin.password=correct horse battery",
            "amends.admin.mail=admin@amends.example",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("staff-test")
abstract class StaffTest {

    static final String PASSWORD = "correct horse battery";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    RememberedSignIn remembered;

    @Autowired
    StaffSlice.MovedClock clock;

    @Autowired
    StaffSlice.Trap trap;

    @BeforeEach
    void peopleAndProcesses() {
        for (Role role : Role.values()) {
            if (role != Role.CAMUNDA_ADMIN) {
                accounts.createIfMissing(
                        userOf(role),
                        "Kim",
                        role.title(),
                        userOf(role) + "@amends.example",
                        PASSWORD,
                        List.of(role.group()));
            }
        }
        repositoryService
                .createDeployment()
                .name("staff-test")
                .enableDuplicateFiltering(false)
                .addClasspathResource("staff/complaint.bpmn")
                .addClasspathResource("staff/trap.bpmn")
                .deploy();
        clock.advance(java.time.Duration.ofHours(1));
        remembered.forget();
    }

    /** A user id without the group's name in it would not say who it is. */
    static String userOf(Role role) {
        return role == Role.CAMUNDA_ADMIN ? "admin" : "u-" + role.group();
    }

    Task openTask(String step) {
        String instance = runtimeService
                .startProcessInstanceByKey("complaint", "CMP-2026-000001", Map.of("caseNumber", "CMP-2026-000001"))
                .getId();
        Task first = taskService.createTaskQuery().processInstanceId(instance).singleResult();
        if (first.getTaskDefinitionKey().equals(step)) {
            return first;
        }
        taskService.complete(first.getId());
        return taskService.createTaskQuery().processInstanceId(instance).singleResult();
    }

    Caller nobody() {
        return new Caller(null);
    }

    /** Calls with HTTP Basic. */
    Caller as(Role role) {
        return new Caller(basic(userOf(role), PASSWORD));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Caller with(String user, String password) {
        return new Caller(basic(user, password));
    }

    /** Somebody at a browser, who has signed in at the page. */
    Caller atBrowser(Role role) {
        Caller caller = nobody().page();
        Answer answer = caller.signIn(userOf(role), PASSWORD);
        if (answer.status() != 302) {
            throw new IllegalStateException("No sign-in: " + answer.status());
        }
        return caller;
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (IOException e) {
                throw new IllegalStateException(body(), e);
            }
        }
    }

    /** Sends requests and keeps cookies. */
    class Caller {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final String authorization;
        private String accept = "application/json";

        Caller(String authorization) {
            this.authorization = authorization;
        }

        Caller page() {
            return accepting("text/html,application/xhtml+xml,*/*;q=0.8");
        }

        Caller accepting(String types) {
            accept = types;
            return this;
        }

        Answer get(String path) {
            return send("GET", path, null, null, Map.of());
        }

        Answer post(String path, String json) {
            return send("POST", path, json, "application/json", Map.of());
        }

        Answer form(String path, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send("POST", path, body, "application/x-www-form-urlencoded", Map.of());
        }

        Answer signIn(String user, String password) {
            return form("/sign-in", Map.of("username", user, "password", password, "_csrf", csrf("/sign-in")));
        }

        String csrf(String page) {
            Matcher token = CSRF.matcher(get(page).body());
            if (!token.find()) {
                throw new IllegalStateException("No token on " + page);
            }
            return token.group(1);
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        Answer send(String method, String path, String body, String type, Map<String, String> headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .header("Accept", accept);
            if (type != null) {
                request.header("Content-Type", type);
            }
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            headers.forEach(request::header);
            try {
                return new Answer(http.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
