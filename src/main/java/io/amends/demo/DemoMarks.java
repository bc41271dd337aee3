package io.amends.demo;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which parts of the demo this database has, so that a restart makes none of it twice. */
@Component
@Profile("demo")
class DemoMarks {

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(String part) {
        return jdbc.sql("select count(*) from demo_mark where part = :part")
                        .param("part", part)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void set(String part) {
        jdbc.sql("insert into demo_mark (part, made_at) values (:part, :now)")
                .param("part", part)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
