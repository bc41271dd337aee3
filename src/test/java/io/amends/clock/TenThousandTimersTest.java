package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A bad morning: the warnings of ten thousand cases fall on one moment, and the job executor works them off. */
@SpringBootTest(
        classes = ClockTestApp.class,
        properties = {
            "camunda.bpm.authorization.enabled=false",
            "camunda.bpm.process-engine-name=ten-thousand",
            "camunda.bpm.job-execution.enabled=true"
        })
@ActiveProfiles("test")
@OnPostgres
class TenThousandTimersTest {

    private static final int CASES = 10_000;
    private static final String CASE = "CMP-2026-000001";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Autowired
    CaseClocks clocks;

    @Autowired
    HouseClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ten_thousand_clocks_that_are_due_at_once_are_told_once_each_and_no_job_fails() throws InterruptedException {
        String holder =
                runtime.startProcessInstanceByKey("listener", CASE, Map.of()).getId();
        clocks.start(
                new ClockStart(CASE, "final-response", holder, new Budget(4, Budget.Unit.DAYS), null, clock.now()));
        new CloneOfACase(jdbc).upTo(CASES, CASE);
        assertThat(keepersWaitingAfter(clock.now())).isEqualTo(CASES);

        clock.advance(Duration.ofDays(3));
        waitUntilToldAll();

        assertThat(told()).isEqualTo(CASES);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("EndEvent_Warned")
                        .count())
                .isEqualTo(CASES);
        assertThat(keepersWaitingAfter(clock.now())).isEqualTo(CASES);
        assertThat(history.createHistoricJobLogQuery().failureLog().count()).isZero();
        assertThat(management.createJobQuery().withException().count()).isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    private void waitUntilToldAll() throws InterruptedException {
        Instant giveUp = clock.now().plus(PATIENCE);
        while (told() < CASES && clock.now().isBefore(giveUp)) {
            Thread.sleep(500);
        }
    }

    private int told() {
        return jdbc.sql("select count(*) from case_clock where warned_at is not null")
                .query(Integer.class)
                .single();
    }

    /** Timers of keepers that are not due yet. */
    private long keepersWaitingAfter(Instant moment) {
        return management
                .createJobQuery()
                .processDefinitionKey("clock")
                .timers()
                .duedateHigherThan(Date.from(moment))
                .count();
    }
}
