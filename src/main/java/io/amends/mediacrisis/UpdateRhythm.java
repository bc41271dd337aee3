package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rhythm of updates to the public: each says when the next comes, and a clock runs until then (M-14). */
@Component
class UpdateRhythm {

    /** Whoever names a later day has mistyped it. */
    private static final int MOST_DAYS = 30;

    private final CaseClocks clocks;
    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final AsTheHouse house;
    private final JdbcClient jdbc;
    private final Clock clock;

    UpdateRhythm(
            CaseClocks clocks,
            CaseFiles cases,
            RuntimeService runtime,
            AsTheHouse house,
            JdbcClient jdbc,
            Clock clock) {
        this.clocks = clocks;
        this.cases = cases;
        this.runtime = runtime;
        this.house = house;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws FormRefusal naming the field when the moment has passed or lies too far ahead
     */
    void check(String field, Instant next) {
        Instant now = clock.instant();
        if (!next.isAfter(now)) {
            throw new FormRefusal(field, "has passed: say when the next update comes");
        }
        if (next.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
            throw new FormRefusal(field, "must be within " + MOST_DAYS + " days");
        }
    }

    /** The word to the public that was owed is given; from now on the next one is, by the case's own process. */
    void next(String caseNumber, Instant next) {
        clocks.promiseAnew(
                new ClockStart(caseNumber, UpdateProcess.CLOCK, holder(caseNumber), null, next, clock.instant()));
        jdbc.sql("update media_crisis set next_update_at = ? where case_number = ?")
                .params(utc(next), caseNumber)
                .update();
    }

    /** Nothing more is owed to the public: the clock ends, and an update that somebody is writing or approving is taken back. */
    void end(String caseNumber) {
        clocks.stop(caseNumber, UpdateProcess.CLOCK);
        jdbc.sql("update media_crisis set next_update_at = null where case_number = ?")
                .param(caseNumber)
                .update();
        house.run(() -> {
            runtime.createExecutionQuery()
                    .processInstanceId(holder(caseNumber))
                    .messageEventSubscriptionName(UpdateProcess.NOTHING_OWED)
                    .list()
                    .forEach(begun -> runtime.messageEventReceived(UpdateProcess.NOTHING_OWED, begun.getId()));
            return caseNumber;
        });
    }

    private String holder(String caseNumber) {
        return cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no process"));
    }
}
