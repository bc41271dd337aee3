package io.amends.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.AmendsApplication;
import io.amends.casefile.CaseTables;
import io.amends.staff.DemoReady;
import io.amends.testing.Postgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long an auditor waits for a search and for the page of a case while closed cases grow in number, on a PostgreSQL of its own. One
 * complaint of the demo, worked through the engine, is cloned in SQL. A program, started by
 * {@code mvn test-compile exec:exec@record-bench}; it prints a table and writes it to {@code target/bench/record.json}. Arguments:
 * numbers of closed cases.
 */
public final class RecordBench {

    private static final int[] SIZES = {10_000, 100_000};
    private static final int WARM_UP = 40;
    private static final int ASKED = 300;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final Random random = new Random(20_260_601);

    private RecordBench(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? SIZES
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.setProperty("spring.datasource.url", Postgres.freshAddress());
        System.setProperty("spring.datasource.username", Postgres.USER);
        List<Map<String, Object>> rows = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        try (ConfigurableApplicationContext application = start(ready)) {
            ready.await();
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            ClonedCases cases = new ClonedCases(jdbc, application.getBean(CaseTables.class));
            String model = model(jdbc);
            System.out.printf(Locale.ROOT, "%s is cloned: %,d rows a case%n", model, cases.take(model));
            RecordBench bench = new RecordBench(((ServletWebServerApplicationContext) application)
                    .getWebServer()
                    .getPort());
            bench.signIn();
            int made = 0;
            for (int size : sizes) {
                long begin = System.nanoTime();
                cases.make(made, size);
                made = size;
                System.out.printf(
                        Locale.ROOT, "%,d cases after %,d s more%n", size, (System.nanoTime() - begin) / 1_000_000_000);
                rows.addAll(bench.measure(size));
            }
        }
        print(rows, sizes);
        Path file = Path.of("target", "bench", "record.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        System.out.println("Written to " + file);
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(CountDownLatch ready) {
        SpringApplication application = new SpringApplication(AmendsApplication.class);
        application.setAdditionalProfiles("demo");
        application.addListeners((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof DemoReady) {
                ready.countDown();
            }
        });
        return application.run(
                "--server.port=0",
                "--amends.demo.smtp-port=3225",
                "--amends.demo.imap-port=3343",
                "--amends.seal.poll=P1D",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
    }

    /** The closed complaint with the most steps, so that no case of a house has less to show. */
    private static String model(JdbcClient jdbc) {
        return jdbc.sql(
                        "select f.case_number from case_file f join act_hi_procinst p on p.business_key_ = f.case_number"
                                + " join act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_"
                                + " where f.process_key = 'complaint' and f.state = 'closed'"
                                + " and not exists (select 1 from inbox_mail m where m.case_number = f.case_number)"
                                + " group by f.case_number order by count(*) desc limit 1")
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> measure(int size) throws IOException, InterruptedException {
        Map<String, IntFunction<String>> questions = new LinkedHashMap<>();
        questions.put("search by case number", n -> "/audit?number=" + ClonedCases.caseNumber(n));
        questions.put("search by customer", n -> "/audit?customer=" + ClonedCases.customer(n));
        questions.put("search by mail", n -> "/audit?text=" + ClonedCases.mail(n));
        questions.put("search by owner", n -> "/audit?owner=" + ClonedCases.owner(n));
        questions.put("search by period", n -> "/audit?from=2026-01-01&to=2026-12-31");
        questions.put("page of a case", n -> "/audit/cases/" + ClonedCases.caseNumber(n));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<String, IntFunction<String>> question : questions.entrySet()) {
            ask(question.getValue(), size, WARM_UP);
            long[] nanos = ask(question.getValue(), size, ASKED);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", question.getKey());
            row.put("cases", size);
            row.put("p50Millis", nanos[ASKED / 2] / 1_000_000.0);
            row.put("p95Millis", nanos[ASKED * 95 / 100] / 1_000_000.0);
            rows.add(row);
        }
        return rows;
    }

    private long[] ask(IntFunction<String> question, int size, int times) throws IOException, InterruptedException {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            URI page = URI.create(address + question.apply(1 + random.nextInt(size)));
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - begin;
            if (answer.statusCode() != 200 || !answer.body().contains("CMP-20")) {
                throw new IllegalStateException(page + " answered " + answer.statusCode() + " without a case");
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private void signIn() throws IOException, InterruptedException {
        URI page = URI.create(address + "/sign-in");
        Matcher token =
                TOKEN.matcher(browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        if (!token.find()) {
            throw new IllegalStateException("The page to sign in has no token");
        }
        String form = "username=auditor&password=auditor&_csrf="
                + java.net.URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static void print(List<Map<String, Object>> rows, int[] sizes) {
        System.out.printf("%-24s %12s %10s %10s %8s%n", "what", "cases", "p50 ms", "p95 ms", "ratio");
        Map<Object, Double> first = new LinkedHashMap<>();
        rows.forEach(row -> {
            double p95 = (Double) row.get("p95Millis");
            if (row.get("cases").equals(sizes[0])) {
                first.put(row.get("what"), p95);
            }
            double ratio = p95 / first.getOrDefault(row.get("what"), p95);
            row.put("p95Ratio", ratio);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %,12d %10.1f %10.1f %8.2f%n",
                    row.get("what"),
                    (Integer) row.get("cases"),
                    (Double) row.get("p50Millis"),
                    p95,
                    ratio);
        });
    }
}
