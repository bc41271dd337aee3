package io.amends.escalation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the hourly watch last found every late clock called for (C-8). */
@Repository
class Heartbeat {

    private final JdbcClient jdbc;

    Heartbeat(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void leave(Instant now) {
        jdbc.sql("update escalation_watch set clean_at = :now")
                .param("now", EscalationTable.utc(now))
                .update();
    }

    Optional<Instant> last() {
        return jdbc.sql("select clean_at from escalation_watch where clean_at is not null")
                .query((rs, row) -> EscalationTable.instant(rs, "clean_at"))
                .optional();
    }
}
