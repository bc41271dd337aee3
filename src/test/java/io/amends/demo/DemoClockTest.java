package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.modeling.AsTheHouse;
import io.amends.testing.OneApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The demo's clock over HTTP, with a real engine whose timers wait for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoClockTest {

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext application;

    @BeforeAll
    void start() throws IOException {
        OneApplication.close();
        ClockUtil.reset();
        application = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.endpoint.health.show-components=always",
                        "--spring.datasource.url=" + database,
                        "--amends.demo.smtp-port=" + freePort(),
                        "--amends.demo.imap-port=" + freePort());
    }

    @AfterAll
    void stop() {
        application.close();
        ClockUtil.reset();
    }

    @Test
    void timers_run_at_their_time_and_are_done_when_the_answer_comes() throws Exception {
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance(
                        "reminders.bpmn",
                        Bpmn.createExecutableProcess("reminders")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDuration("P3D")
                                .intermediateCatchEvent()
                                .timerWithDuration("P2D")
                                .userTask("call")
                                .endEvent()
                                .done())
                .deploy();
        TaskService tasks = application.getBean(TaskService.class);
        Instant start = now();
        application.getBean(RuntimeService.class).startProcessInstanceByKey("reminders");

        post("{\"advance\":\"P2D\"}");
        assertThat(tasks.createTaskQuery().count()).isZero();
        JsonNode answer = body(post("{\"advance\":\"P4D\"}"));

        // the second timer counts from when the first ran, not from where the clock arrived
        assertThat(tasks.createTaskQuery().count()).isOne();
        Instant created = tasks.createTaskQuery().singleResult().getCreateTime().toInstant();
        assertThat(Duration.between(start, created))
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusHours(6));
        assertThat(Instant.parse(answer.get("now").asText()))
                .isCloseTo(start.plus(Duration.ofDays(6)), within(2, ChronoUnit.HOURS));
    }

    @Test
    void the_hourly_watch_does_not_hold_a_long_journey_up_and_comes_round_once_at_its_end() throws Exception {
        RepositoryService repository = application.getBean(RepositoryService.class);
        HistoryService history = application.getBean(HistoryService.class);
        String deployment = repository
                .createDeployment()
                .addModelInstance(
                        "clock-watch.bpmn",
                        Bpmn.createExecutableProcess("clock-watch")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .timerWithCycle("R/PT1H")
                                .endEvent()
                                .done())
                .deploy()
                .getId();

        assertThat(post("{\"advance\":\"P90D\"}").statusCode()).isEqualTo(200);

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("clock-watch")
                        .count())
                .isEqualTo(1);
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void a_restart_keeps_the_moved_time() throws Exception {
        post("{\"advance\":\"P2D\"}");
        Instant before = now();
        application.close();

        start();

        assertThat(now()).isBetween(before, before.plus(Duration.ofMinutes(5)));
        assertThat(before).isAfter(Clock.systemUTC().instant().plus(Duration.ofDays(1)));
    }

    @Test
    void health_tells_of_database_mail_and_job_executor() throws Exception {
        JsonNode health = get("/actuator/health");

        assertThat(health.get("status").asText()).isEqualTo("UP");
        for (String component : new String[] {"db", "mail", "jobExecutor"}) {
            assertThat(health.at("/components/" + component + "/status").asText())
                    .as(component)
                    .isEqualTo("UP");
            assertThat(health.at("/components/" + component + "/details").isMissingNode())
                    .isTrue();
        }
    }

    private Instant now() throws IOException, InterruptedException {
        return Instant.parse(get("/demo/clock").get("now").asText());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return body(http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri("/demo/clock"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode body(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {SecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @ComponentScan("io.amends.clock")
    @Import({AsTheHouse.class, DemoConfiguration.class, DemoMail.class, ClockTravel.class, DemoClockController.class})
    static class Application {}
}
