package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Journalists' calls: how often we tried, when we reached them, what we said (M-5). */
@Repository
class PressCalls {

    private final JdbcClient jdbc;

    PressCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param reachedAt null until they were reached */
    record PressCall(
            long eventId,
            int tries,
            @Nullable Instant reachedAt,
            @Nullable String calledBy,
            @Nullable String said) {}

    Optional<PressCall> find(long eventId) {
        return jdbc.sql("select * from press_call where event_id = ?")
                .param(eventId)
                .query((row, n) -> new PressCall(
                        row.getLong("event_id"),
                        row.getInt("tries"),
                        Moments.find(row, "reached_at"),
                        row.getString("called_by"),
                        row.getString("said")))
                .optional();
    }

    /** @param reachedAt null when nobody answered */
    void tried(
            String caseNumber, long eventId, @Nullable String by, @Nullable Instant reachedAt, @Nullable String said) {
        if (find(eventId).isEmpty()) {
            jdbc.sql("insert into press_call (event_id, case_number) values (?, ?)")
                    .params(eventId, caseNumber)
                    .update();
        }
        jdbc.sql("update press_call set tries = tries + 1, reached_at = ?, called_by = ?, said = ? where event_id = ?")
                .params(reachedAt == null ? null : utc(reachedAt), by, said, eventId)
                .update();
    }
}
