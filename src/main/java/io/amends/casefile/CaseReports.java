package io.amends.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What staff reported on the pages of cases, with who reported it. */
@Repository
class CaseReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String caseNumber, String userId, String label, String choice, String words) {
        jdbc.sql("insert into case_report (case_number, reported_at, reported_by, label, choice, words)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        JdbcCaseFiles.utc(clock.instant()),
                        userId,
                        label,
                        choice.isBlank() ? null : choice,
                        words.isBlank() ? null : words)
                .update();
    }

    List<Report> of(String caseNumber) {
        return jdbc.sql("select reported_at, reported_by, label, choice, words from case_report"
                        + " where case_number = ? order by id")
                .param(caseNumber)
                .query((row, n) -> new Report(
                        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        row.getString("reported_by"),
                        row.getString("label"),
                        row.getString("choice"),
                        row.getString("words")))
                .list();
    }

    /** @param choice what was chosen among an action's options, or null */
    record Report(
            Instant at,
            String userId,
            String label,
            @Nullable String choice,
            @Nullable String words) {}
}
