package io.amends.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.AmendsApplication;
import io.amends.casefile.CaseTables;
import io.amends.staff.DemoReady;
import io.amends.testing.ChildJvm;
import io.amends.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long an auditor waits for a search and for the page of a case while closed cases grow in number, on PostgreSQL, and how long a process
 * owner waits who asks what if a table were changed. A complaint of
 * the demo, worked through the engine, is cloned in SQL, few times in one database and many times in another; one application runs on
 * each, and both are asked in turn. A program, started by {@code mvn test-compile exec:exec@record-bench}; it prints a table and writes it
 * to {@code target/bench/record.json}. Arguments: how many closed cases are few, and how many are many.
 */
public final class RecordBench {

    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 60;
    private static final int ASKED = 300;
    private static final int TRIALS = 5;
    private static final Path SEVERITY = Path.of("processes", "complaint", "complaint-severity.dmn");
    private static final Map<String, IntFunction<String>> QUESTIONS = questions();

    private final int cases;
    private final PersonAtWork auditor;
    private final PersonAtWork owner;
    private final Random random = new Random(20_260_601);

    private RecordBench(int cases, int place, ChildJvm application) throws IOException, InterruptedException {
        this.cases = cases;
        this.auditor = PersonAtWork.signedIn("auditor", port(place), application);
        this.owner = PersonAtWork.signedIn("owner", port(place), application);
    }

    public static void main(String[] arguments) throws Exception {
        int few = arguments.length == 0 ? FEW : Integer.parseInt(arguments[0]);
        int many = arguments.length == 0 ? MANY : Integer.parseInt(arguments[1]);
        String smaller = Postgres.freshAddress();
        ClonedCases clones = taken(smaller);
        String larger = Postgres.copy(smaller);
        make(clones, smaller, few);
        make(clones, larger, many);
        try (ChildJvm first = application(smaller, 0);
                ChildJvm second = application(larger, 1)) {
            RecordBench smallHouse = new RecordBench(few, 0, first);
            RecordBench largeHouse = new RecordBench(many, 1, second);
            List<Map<String, Object>> rows = compare(smallHouse, largeHouse);
            rows.add(whatIf(smallHouse, largeHouse));
            Path file = Path.of("target", "bench", "record.json");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
            System.out.println("Written to " + file);
        }
        System.exit(0);
    }

    private static ClonedCases taken(String database) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(AmendsApplication.class);
        application.addListeners((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof DemoReady) {
                ready.countDown();
            }
        });
        try (ConfigurableApplicationContext context =
                application.run(settings(database, 0, true).toArray(String[]::new))) {
            ready.await();
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            ClonedCases clones = new ClonedCases(jdbc, context.getBean(CaseTables.class));
            String model = model(jdbc);
            System.out.printf(Locale.ROOT, "%s is cloned: %,d rows a case%n", model, clones.take(model));
            return clones;
        }
    }

    private static void make(ClonedCases clones, String database, int cases) {
        long begin = System.nanoTime();
        clones.make(database, cases);
        System.out.printf(Locale.ROOT, "%,d cases after %,d s%n", cases, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private static ChildJvm application(String database, int place) {
        return ChildJvm.start(AmendsApplication.class, Map.of(), settings(database, place, false));
    }

    private static List<String> settings(String database, int place, boolean data) {
        return List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + Postgres.USER,
                "--server.port=" + port(place),
                "--amends.demo.data=" + data,
                "--amends.demo.smtp-port=" + (3225 + place),
                "--amends.demo.imap-port=" + (3343 + place),
                "--amends.seal.poll=P1D",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
    }

    private static int port(int place) {
        return 8281 + place;
    }

    /** The closed complaint with the fewest steps: twice as many of a longer one do not fit on a small disk. */
    private static String model(JdbcClient jdbc) {
        return jdbc.sql(
                        "select f.case_number from case_file f join act_hi_procinst p on p.business_key_ = f.case_number"
                                + " join act_hi_actinst a on a.proc_inst_id_ = p.proc_inst_id_"
                                + " where f.process_key = 'complaint' and f.state = 'closed'"
                                + " and not exists (select 1 from inbox_mail m where m.case_number = f.case_number)"
                                + " group by f.case_number order by count(*) limit 1")
                .query(String.class)
                .single();
    }

    private static Map<String, IntFunction<String>> questions() {
        Map<String, IntFunction<String>> questions = new LinkedHashMap<>();
        questions.put("search by case number", n -> "/audit?number=" + ClonedCases.caseNumber(n));
        questions.put("search by customer", n -> "/audit?customer=" + ClonedCases.customer(n));
        questions.put("search by mail", n -> "/audit?text=" + ClonedCases.mail(n));
        questions.put("search by owner", n -> "/audit?owner=" + ClonedCases.owner(n));
        questions.put("search by period", n -> "/audit?from=2026-01-01&to=2026-12-31");
        questions.put("page of a case", n -> "/audit/cases/" + ClonedCases.caseNumber(n));
        return questions;
    }

    private static List<Map<String, Object>> compare(RecordBench few, RecordBench many)
            throws IOException, InterruptedException {
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.printf("%-24s %14s %14s %8s%n", "what (p95, ms)", few.cases, many.cases, "ratio");
        for (Map.Entry<String, IntFunction<String>> question : QUESTIONS.entrySet()) {
            inTurn(few, many, question.getValue(), WARM_UP);
            double[][] millis = inTurn(few, many, question.getValue(), ASKED);
            double p95Few = millis[0][ASKED * 95 / 100];
            double p95Many = millis[1][ASKED * 95 / 100];
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("what", question.getKey());
            row.put("cases", List.of(few.cases, many.cases));
            row.put("p50Millis", List.of(millis[0][ASKED / 2], millis[1][ASKED / 2]));
            row.put("p95Millis", List.of(p95Few, p95Many));
            row.put("p95Ratio", p95Many / p95Few);
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %14.1f %14.1f %8.2f   p50 %.1f and %.1f%n",
                    question.getKey(),
                    p95Few,
                    p95Many,
                    p95Many / p95Few,
                    millis[0][ASKED / 2],
                    millis[1][ASKED / 2]);
        }
        return rows;
    }

    private static Map<String, Object> whatIf(RecordBench few, RecordBench many)
            throws IOException, InterruptedException {
        double[][] perDecision = new double[2][TRIALS];
        int[] decisions = new int[2];
        RecordBench[] houses = {few, many};
        for (int i = 0; i < TRIALS; i++) {
            for (int house = 0; house < 2; house++) {
                PersonAtWork.Trial trial = houses[house].owner.trial("complaint-severity", SEVERITY);
                decisions[house] = trial.decisions();
                perDecision[house][i] = trial.millis() / trial.decisions();
            }
        }
        Stream.of(perDecision).forEach(java.util.Arrays::sort);
        double small = perDecision[0][TRIALS / 2];
        double large = perDecision[1][TRIALS / 2];
        System.out.printf(
                Locale.ROOT,
                "what if, a decision      %14.3f %14.3f %8.2f   %,d and %,d decisions in %.1f and %.1f s%n",
                small,
                large,
                large / small,
                decisions[0],
                decisions[1],
                small * decisions[0] / 1000,
                large * decisions[1] / 1000);
        return Map.of(
                "what", "what if, a decision",
                "cases", List.of(few.cases, many.cases),
                "decisions", List.of(decisions[0], decisions[1]),
                "p50Millis", List.of(small, large),
                "p50Ratio", large / small);
    }

    // side by side, so that a busy moment of the machine falls on both
    private static double[][] inTurn(RecordBench few, RecordBench many, IntFunction<String> question, int times)
            throws IOException, InterruptedException {
        double[][] millis = new double[2][times];
        for (int i = 0; i < times; i++) {
            millis[0][i] = few.ask(question);
            millis[1][i] = many.ask(question);
        }
        Stream.of(millis).forEach(java.util.Arrays::sort);
        return millis;
    }

    private double ask(IntFunction<String> question) throws IOException, InterruptedException {
        return auditor.millisFor(question.apply(1 + random.nextInt(cases)));
    }
}
