package io.amends.clock;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps how far the clock was moved, so that a restart does not fall back. */
class ClockOffsets {

    private final JdbcClient jdbc;

    ClockOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration stored() {
        return jdbc.sql("select offset_millis from clock_offset")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    void store(Duration offset) {
        int updated = jdbc.sql("update clock_offset set offset_millis = :millis")
                .param("millis", offset.toMillis())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into clock_offset (id, offset_millis) values (1, :millis)")
                    .param("millis", offset.toMillis())
                    .update();
        }
    }
}
