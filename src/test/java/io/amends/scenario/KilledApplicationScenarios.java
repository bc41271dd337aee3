package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amends.AmendsApplication;
import io.amends.letter.ScriptedSmtp;
import io.amends.letter.ScriptedSmtp.Rule;
import io.amends.letter.ScriptedSmtp.Stage;
import io.amends.letter.ScriptedSmtp.Taken;
import io.amends.testing.ChildJvm;
import io.amends.testing.Postgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The application as in production is killed at the worst moment and started again. */
class KilledApplicationScenarios {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "a-long-password-for-one-test";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_accepted_complaint_gets_its_letter_once_and_one_cut_off_before_its_commit_never_was() throws Exception {
        String database = Postgres.freshAddress();
        DriverManagerDataSource source = new DriverManagerDataSource(database, Postgres.USER, "");
        JdbcClient jdbc = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        int port = freePort();
        try (ScriptedSmtp smtp = new ScriptedSmtp()) {
            Rule call = smtp.at(Stage.GREETING).pauses();
            try (ChildJvm node = application(database, port, smtp.port())) {
                awaitReady(node, port);
                assertThat(complains(port, "ann@example.org").get().statusCode())
                        .isEqualTo(201);
                call.awaitSomebody();
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("lock table complaint in share row exclusive mode").update();
                    CompletableFuture<HttpResponse<String>> lost = complains(port, "bob@example.org");
                    await().atMost(PATIENCE).until(() -> waitingForLocks(jdbc) > 0);
                    node.kill();
                    jdbc.sql("select pg_terminate_backend(pid) from pg_locks where not granted")
                            .query()
                            .listOfRows();
                    assertThatThrownBy(() -> lost.get(30, TimeUnit.SECONDS))
                            .as("whoever complained knows")
                            .isInstanceOf(ExecutionException.class);
                });
            }
            assertThat(count(jdbc, "complaint")).isEqualTo(1);
            assertThat(smtp.taken()).isEmpty();

            smtp.forgetsItsScript();
            call.goOn();
            try (ChildJvm node = application(database, port, smtp.port())) {
                await().atMost(PATIENCE).until(() -> fates(jdbc).equals(List.of("sent")));
                awaitReady(node, port);
                assertThat(complains(port, "cleo@example.org").get().statusCode())
                        .isEqualTo(201);
                await().atMost(PATIENCE).until(() -> fates(jdbc).equals(List.of("sent", "sent")));
            }
            assertThat(smtp.taken())
                    .extracting(Taken::recipient)
                    .containsExactly("ann@example.org", "cleo@example.org");
            assertThat(count(jdbc, "complaint")).isEqualTo(2);
        }
    }

    private static ChildJvm application(String database, int port, int smtpPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_PROFILES_ACTIVE", "prod");
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("AMENDS_DB_URL", database);
        environment.put("AMENDS_DB_USER", Postgres.USER);
        environment.put("AMENDS_DB_PASSWORD", "not-asked-for");
        environment.put("AMENDS_SMTP_HOST", "127.0.0.1");
        environment.put("AMENDS_SMTP_PORT", String.valueOf(smtpPort));
        environment.put("AMENDS_RETENTION_ARCHIVE", System.getProperty("java.io.tmpdir") + "/amends-removed-cases");
        environment.put("AMENDS_MAIL_FROM", "service@amends.example");
        environment.put("AMENDS_PUBLIC_URL", "https://amends.example");
        environment.put("AMENDS_SECRET", "a-secret-that-only-this-test-knows");
        environment.put("AMENDS_ADMIN_USER", "admin");
        environment.put("AMENDS_ADMIN_PASSWORD", PASSWORD);
        environment.put("AMENDS_ADMIN_MAIL", "admin@amends.example");
        environment.put("AMENDS_SEAL_ADDRESS", "seals@outside.example");
        // a dead node's letter is another's at once
        environment.put("AMENDS_LETTER_LEASE", "5s");
        return ChildJvm.start(AmendsApplication.class, environment, List.of());
    }

    private void awaitReady(ChildJvm node, int port) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() -> assertThat(node.alive()).as(node::output).isTrue())
                .until(() -> ready(port));
    }

    private boolean ready(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private CompletableFuture<HttpResponse<String>> complains(int port, String mail) {
        String body = """
                {"customerName": "Ann Hartmann", "customerMail": "%s", "channel": "mail", "subject": "product",
                 "narrative": "The kettle arrived with a broken lid.", "urgency": "normal", "harm": "none"}""".formatted(mail);
        String signIn = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/complaints"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + signIn)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long waitingForLocks(JdbcClient jdbc) {
        return count(jdbc, "pg_locks where not granted");
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static List<String> fates(JdbcClient jdbc) {
        return jdbc.sql("select state from letter where addressed_to = 'customer' order by nr")
                .query(String.class)
                .list();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
