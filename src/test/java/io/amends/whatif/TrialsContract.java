package io.amends.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.ModelReview;
import io.amends.testing.Tables;
import io.amends.web.ListPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Changed tables against a dozen cases that the severity table has decided; each outcome was worked out by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TrialsContract {

    private static final String SEVERITY = "complaint-severity";
    private static final String BASE = "complaint-base-severity";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private ProcessEngine engine;
    private JdbcClient jdbc;
    private PastDecisions past;
    private Trials trials;
    private String file;

    abstract DataSource database();

    @BeforeAll
    void a_dozen_cases_were_decided() throws IOException {
        DataSource database = database();
        Tables.anew(database);
        engine = engine(database);
        jdbc = JdbcClient.create(database);
        file = Files.readString(Path.of("processes/complaint/complaint-severity.dmn"));
        engine.getRepositoryService()
                .createDeployment()
                .addString("complaint/complaint-severity.dmn", file)
                .addModelInstance(
                        "assess.bpmn",
                        Bpmn.createExecutableProcess("assess")
                                .camundaHistoryTimeToLive(30)
                                .startEvent()
                                .businessRuleTask("Task_Assess")
                                .name("Assess")
                                .camundaDecisionRef(SEVERITY)
                                .camundaMapDecisionResult("singleEntry")
                                .camundaResultVariable("severity")
                                .endEvent()
                                .done())
                .deploy();
        decided(1, Map.of(), "S4");
        decided(2, Map.of("harm", "financial"), "S3");
        decided(3, Map.of("harm", "financial", "repeat", true), "S2");
        decided(4, Map.of("harm", "financial", "valueTier", "A"), "S2");
        decided(5, Map.of("harm", "financial", "urgency", "high"), "S2");
        decided(6, Map.of("contacts", 2), "S3");
        decided(7, Map.of("contacts", 3), "S2");
        decided(8, Map.of("safetyRisk", true), "S1");
        decided(9, Map.of("contacts", 2, "repeat", true), "S2");
        decided(10, Map.of("urgency", "high"), "S3");
        decided(11, Map.of("valueTier", "A", "contacts", 2), "S3");
        decided(12, Map.of("harm", "financial", "contacts", 2), "S3");
        decided(12, Map.of("harm", "financial", "contacts", 2), "S3");
        context.registerBean(IdentityService.class, engine::getIdentityService);
        context.register(AsTheHouse.class);
        context.refresh();
        past = new PastDecisions(jdbc, engine.getRepositoryService(), context.getBean(AsTheHouse.class));
        trials = trials(Trials.MOST);
    }

    @AfterAll
    void close() {
        context.close();
        engine.close();
    }

    @Test
    void the_table_as_it_is_decides_as_it_did() {
        Summary summary = ask(SEVERITY, file, CasesAsked.ALL, Map.of()).summary();

        assertThat(summary.looked()).isEqualTo(13);
        assertThat(summary.same()).isEqualTo(13);
        assertThat(summary.isCapped()).isFalse();
        assertThat(summary.rows()).allSatisfy(row -> assertThat(row.hitsAfter()).isEqualTo(row.hitsBefore()));
    }

    @Test
    void who_comes_out_otherwise_is_named() {
        Trial trial = ask(SEVERITY, changed(), CasesAsked.ALL, Map.of());

        assertThat(trial.summary())
                .extracting(Summary::looked, Summary::otherwise, Summary::same, Summary::failed, Summary::cases)
                .containsExactly(13, 6, 7, 0, 5);
        assertThat(trial.summary().outcomes())
                .extracting(Summary.Pair::before, Summary.Pair::after, Summary.Pair::same, Summary.Pair::count)
                .containsExactly(
                        tuple("S3", "S2", false, 3),
                        tuple("S2", "S1", false, 1),
                        tuple("S2", "S3", false, 1),
                        tuple("S3", "S4", false, 1),
                        tuple("S2", "S2", true, 3),
                        tuple("S3", "S3", true, 2),
                        tuple("S1", "S1", true, 1),
                        tuple("S4", "S4", true, 1));
        assertThat(otherwise(trial))
                .containsExactly("CMP-12 2/2", "CMP-12 1/2", "CMP-9 1/1", "CMP-6 1/1", "CMP-3 1/1", "CMP-2 1/1");
    }

    @Test
    void a_table_that_another_asks_first_can_be_asked_by_itself() {
        Trial trial = ask(BASE, changed(), CasesAsked.ALL, Map.of());

        assertThat(trial.summary().outcomes())
                .extracting(Summary.Pair::before, Summary.Pair::after, Summary.Pair::count)
                .startsWith(tuple("S3", "S2", 4), tuple("S3", "S4", 2));
        assertThat(trial.summary().rows())
                .extracting(Summary.RowHits::after, Summary.RowHits::hitsBefore, Summary.RowHits::hitsAfter)
                .contains(tuple(10, 4, 4), tuple(13, 2, 0), tuple(14, 1, 3));
    }

    @Test
    void closed_and_running_cases_are_told_apart() {
        assertThat(otherwise(ask(SEVERITY, changed(), CasesAsked.CLOSED, Map.of())))
                .containsExactly("CMP-6 1/1", "CMP-3 1/1", "CMP-2 1/1");
        assertThat(otherwise(ask(SEVERITY, changed(), CasesAsked.OPEN, Map.of())))
                .containsExactly("CMP-12 2/2", "CMP-12 1/2", "CMP-9 1/1");
    }

    @Test
    void what_was_not_asked_is_named_and_can_be_given() {
        String other = file.replace("<text>valueTier</text>", "<text>region</text>");

        Summary without = ask(SEVERITY, other, CasesAsked.ALL, Map.of()).summary();
        assertThat(without.untold()).isEqualTo(13);
        assertThat(without.failed()).as("nothing is wrong with the table").isZero();
        assertThat(without.missing())
                .extracting(Summary.Missing::name, Summary.Missing::type, Summary.Missing::count)
                .containsExactly(tuple("region", "string", 13));
        assertThat(without.gaps())
                .extracting(Summary.Failure::reason)
                .containsExactly("was not asked then: “Value tier” (region)");

        Trial with = ask(SEVERITY, other, CasesAsked.ALL, Map.of("set.region", "C"));
        assertThat(with.summary().untold()).isZero();
        assertThat(otherwise(with)).containsExactly("CMP-4 1/1");
        assertThatThrownBy(() -> ask(
                        SEVERITY,
                        file.replace("<text>contacts</text>", "<text>calls</text>"),
                        CasesAsked.ALL,
                        Map.of("set.calls", "many")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("set.calls"));
    }

    @Test
    void two_rows_that_fit_where_one_may_are_a_reason() {
        String both = within(file, "Rule_complaint-severity_6", "<text>true</text>", "<text></text>");

        Summary summary = ask(SEVERITY, both, CasesAsked.ALL, Map.of()).summary();

        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.failedCases()).isEqualTo(1);
        assertThat(summary.untold()).isZero();
        assertThat(summary.failures())
                .extracting(Summary.Failure::reason)
                .containsExactly("several rows fit where only one may decide: rows 6, 7");
    }

    @Test
    void all_rows_that_fit_are_compared_without_their_order_where_they_are_collected() {
        String collected = file.replace(
                "id=\"Table_complaint-base-severity\" hitPolicy=\"FIRST\"",
                "id=\"Table_complaint-base-severity\" hitPolicy=\"COLLECT\"");

        Summary summary = ask(BASE, collected, CasesAsked.ALL, Map.of()).summary();

        assertThat(summary.outcomes())
                .extracting(Summary.Pair::before, Summary.Pair::after, Summary.Pair::count)
                .contains(tuple("S3", "S3\nS3\nS4", 3), tuple("S4", "S4", 1));
    }

    @Test
    void the_newest_are_looked_at_and_the_list_ends_where_the_numbers_do() {
        Trial trial = trials(5).run(question(SEVERITY, CasesAsked.ALL, Map.of()), "x.dmn", bytes(changed()));

        assertThat(trial.summary().looked()).isEqualTo(5);
        assertThat(trial.summary().inPeriod()).isEqualTo(13);
        assertThat(trial.summary().isCapped()).isTrue();
        List<String> read = new ArrayList<>();
        trials.open(trial)
                .each(lines -> lines.forEach(line ->
                        read.add(line.past().caseNumber() + " " + line.verdict().fate())));
        assertThat(read)
                .containsExactly(
                        "CMP-12 OTHERWISE", "CMP-12 OTHERWISE", "CMP-11 SAME", "CMP-10 SAME", "CMP-9 OTHERWISE");
    }

    @Test
    void nothing_is_deployed_and_nothing_written() {
        long before = rows();

        ask(SEVERITY, changed(), CasesAsked.ALL, Map.of());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void another_tables_file_is_named() throws IOException {
        byte[] other = Files.readAllBytes(Path.of("processes/lost-customer/churn-reason.dmn"));

        assertThatThrownBy(() -> trials.run(question(SEVERITY, CasesAsked.ALL, Map.of()), "x.dmn", other))
                .hasMessageContaining("holds no table 'complaint-severity' but: churn-reason");
        assertThatThrownBy(() -> trials.run(question("nothing", CasesAsked.ALL, Map.of()), "x.dmn", other))
                .hasMessageContaining("table: is not deployed");
    }

    private Trials trials(int most) {
        return new Trials(
                past,
                Mockito.mock(ModelReview.class),
                engine.getRepositoryService(),
                context.getBean(AsTheHouse.class),
                Clock.systemUTC(),
                most);
    }

    /** Lost money is worse than before, asking twice no longer is. */
    private String changed() {
        String worse = within(file, "Rule_complaint-base-severity_10", "<text>\"S3\"</text>", "<text>\"S2\"</text>");
        return within(worse, "Rule_complaint-base-severity_13", "<text>&gt;= 2</text>", "<text>&gt;= 4</text>");
    }

    private static String within(String text, String rule, String old, String now) {
        int at = text.indexOf(old, text.indexOf("<rule id=\"" + rule + "\""));
        return text.substring(0, at) + now + text.substring(at + old.length());
    }

    private Trial ask(String table, String text, CasesAsked cases, Map<String, String> given) {
        return trials.run(question(table, cases, given), "complaint-severity.dmn", bytes(text));
    }

    private static Question question(String table, CasesAsked cases, Map<String, String> given) {
        Map<String, String> fields = new TreeMap<>(given);
        fields.put("table", table);
        fields.put("cases", cases.code());
        LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
        return Objects.requireNonNull(Question.read(fields, tomorrow, new ArrayList<>()));
    }

    /** Page by page, two at a time. */
    private List<String> otherwise(Trial trial) {
        List<String> found = new ArrayList<>();
        ListPlace place = null;
        while (true) {
            Trials.Opened opened = trials.open(trial);
            List<Trials.Line> page = opened.page(line -> line.verdict().fate() == Verdict.Fate.OTHERWISE, place, 2);
            Map<String, PastDecisions.Nth> nth = opened.nth(page);
            page.forEach(line -> {
                PastDecisions.Nth one =
                        Objects.requireNonNull(nth.get(line.past().id()));
                found.add(line.past().caseNumber() + " " + one.number() + "/" + one.of());
            });
            if (page.size() < 2) {
                return found;
            }
            place = page.get(1).past().place();
        }
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from ACT_HI_DECINST) + (select count(*) from ACT_RE_DECISION_DEF)"
                        + " + (select count(*) from ACT_RU_METER_LOG) + (select count(*) from ACT_GE_BYTEARRAY)")
                .query(Long.class)
                .single();
    }

    private void decided(int number, Map<String, Object> facts, String severity) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "safetyRisk", false,
                "regulator", false,
                "legalThreat", false,
                "mediaThreat", false,
                "harm", "none",
                "valueTier", "C",
                "urgency", "normal",
                "contacts", 1,
                "repeat", false));
        all.putAll(facts);
        String key = "CMP-" + number;
        String id = engine.getRuntimeService()
                .startProcessInstanceByKey("assess", key, all)
                .getId();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .variableName("severity")
                        .singleResult()
                        .getValue())
                .isEqualTo(severity);
        jdbc.sql("insert into case_file (case_number, process_key, subject, state, opened_at, closed_at)"
                        + " select ?, 'complaint', 'A matter', ?, current_timestamp, "
                        + (number <= 6 ? "current_timestamp" : "null")
                        + " where not exists (select 1 from case_file where case_number = ?)")
                .params(key, number <= 6 ? "closed" : "open", key)
                .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProcessEngine engine(DataSource database) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("tried-" + System.identityHashCode(database));
        configuration.setDataSource(database);
        configuration.setTransactionManager(new DataSourceTransactionManager(database));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>());
        return configuration.buildProcessEngine();
    }
}
