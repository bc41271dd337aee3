package io.amends.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the clocks of a case that may stand stood (C-2). Whoever writes holds the case's lock ({@link KeeperTable}). */
@Repository
class PauseTable {

    private final JdbcClient jdbc;

    PauseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<ClockPause> of(String caseNumber) {
        return jdbc.sql(
                        "select why, from_at, to_at from case_clock_pause where case_number = :case order by from_at, id")
                .param("case", caseNumber)
                .query((row, number) -> new ClockPause(
                        caseNumber,
                        row.getString("why"),
                        SqlTime.read(row, "from_at"),
                        SqlTime.readOrNull(row, "to_at")))
                .list();
    }

    /** The same, as deadlines are worked out with. */
    List<Pause> spans(String caseNumber) {
        return of(caseNumber).stream()
                .map(pause -> new Pause(pause.from(), pause.to()))
                .toList();
    }

    boolean lasts(String caseNumber, String wait) {
        return jdbc.sql("""
                        select count(*) from case_clock_pause
                        where case_number = :case and wait_key = :wait and to_at is null""")
                        .param("case", caseNumber)
                        .param("wait", wait)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param to null when it only begins */
    void add(String caseNumber, String wait, String why, Instant from, @Nullable Instant to) {
        jdbc.sql("""
                        insert into case_clock_pause (case_number, wait_key, why, from_at, to_at)
                        values (:case, :wait, :why, :from, :to)""")
                .param("case", caseNumber)
                .param("wait", wait)
                .param("why", why)
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.orNull(to))
                .update();
    }

    boolean end(String caseNumber, String wait, Instant to) {
        return jdbc.sql("""
                        update case_clock_pause set to_at = :to
                        where case_number = :case and wait_key = :wait and to_at is null""")
                        .param("to", SqlTime.of(to))
                        .param("case", caseNumber)
                        .param("wait", wait)
                        .update()
                > 0;
    }

    /** Nobody waits on a case that has ended. */
    void endAll(String caseNumber, Instant to) {
        jdbc.sql("update case_clock_pause set to_at = :to where case_number = :case and to_at is null")
                .param("to", SqlTime.of(to))
                .param("case", caseNumber)
                .update();
    }
}
