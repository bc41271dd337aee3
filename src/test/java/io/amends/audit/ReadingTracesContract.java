package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors opened is found by its words, and an erasure reaches them, on whichever database. */
abstract class ReadingTracesContract {

    private static final Set<String> ANN =
            Set.of("c-000042", "ann quickfeather", "quickfeather", "ann_q@example.org", "+44 20 7946 0000");

    private JdbcClient jdbc;
    private ReadingLog log;
    private ReadingTraces traces;

    abstract DataSource database();

    @BeforeEach
    void anEmptyLog() {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("delete from reading").update();
        log = new ReadingLog(jdbc, Clock.fixed(Cases.MORNING, ZoneId.of("Europe/Berlin")));
        traces = new ReadingTraces(jdbc);
    }

    @Test
    void the_words_of_a_person_go_and_that_somebody_looked_stays() {
        opened("/audit", "state=open, text=Ann QUICKFEATHER");
        opened("/audit", "customer=Ann_Q@example.org");
        opened("/audit", "text=quickf");
        opened("/customers/C-000042", null);
        opened("/engine-rest/task", "a=ann_q%40example.org {}");
        opened("/audit", "text=quick");
        opened("/audit", "text=annq@example.org");
        opened("/audit", null);

        assertThat(traces.count(ANN)).isEqualTo(Map.of("reading", 6));
        assertThat(traces.erase(ANN)).isEqualTo(Map.of("reading", 6));

        assertThat(jdbc.sql("select address || ' ' || coalesce(terms, '-') from reading order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "/audit state=open, text=erased",
                        "/audit customer=erased",
                        "/audit text=erased",
                        "/customers/erased -",
                        "/engine-rest/task a=erased {}",
                        "/audit text=erased",
                        "/audit text=annq@example.org",
                        "/audit -");
        assertThat(traces.count(ANN)).isEmpty();
    }

    @Test
    void readings_are_found_by_words_of_their_address_and_of_what_was_asked() {
        opened("/audit", "state=open, text=Ann Smith");
        opened("/audit/cases/CMP-2026-000042.pdf", null);
        opened("/audit", "text=100%_sure, owner=ann");

        assertThat(found("smith ANN")).containsExactly("/audit state=open, text=Ann Smith");
        assertThat(found("ann"))
                .as("newest first")
                .containsExactly("/audit text=100%_sure, owner=ann", "/audit state=open, text=Ann Smith");
        assertThat(found("000042.PDF")).containsExactly("/audit/cases/CMP-2026-000042.pdf -");
        assertThat(found("audit smith"))
                .as("one word in the address, one in what was asked")
                .containsExactly("/audit state=open, text=Ann Smith");
        assertThat(found("0%_s")).hasSize(1);
        assertThat(found("1%s")).as("a sign is no wild card").isEmpty();
        assertThat(found("1____s")).as("nor is this one").isEmpty();
        assertThat(found("ann kettle")).isEmpty();
        assertThat(found("")).hasSize(3);
    }

    /** Lines as they were written before passwords were left out. */
    @Test
    void passwords_go_from_old_lines_and_all_else_stays() throws SQLException {
        opened(
                "/engine-rest/user/kim/credentials",
                "{\"password\":\"hunter2\",\"authenticatedUserPassword\":\"hunter2\"}");
        opened("/engine-rest/task", "a=1 {\"password\": \"hunter2\", \"b\": 2}");
        opened("/engine-rest/task", "userPassword=hunter2, x=1, z=2");
        opened("/engine-rest/task", "{\"pwd\": \"hunter2");
        opened("/engine-rest/task", "{\"pass\\u0077ord\": \"hunter2");
        opened("/engine-rest/task", "{\"key\": \"cut of");
        opened("/audit", "text=password");
        opened("/audit", null);
        try (Connection connection = database().getConnection()) {
            OldReadings.clean(connection);
        }
        assertThat(jdbc.sql("select coalesce(terms, '-') from reading order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "(not kept)",
                        "a=1 {\"password\":\"(not kept)\",\"b\":2}",
                        "userPassword=(not kept)",
                        "(not kept)",
                        "(not kept)",
                        "{\"key\": \"cut of",
                        "text=password",
                        "-");
    }

    @Test
    void what_tells_of_nobody_is_left_alone() {
        opened("/audit", "text=kettle 100%");
        assertThat(traces.count(Set.of())).isEmpty();
        assertThat(traces.erase(Set.of("100_", ""))).isEmpty();
        assertThat(jdbc.sql("select terms from reading").query(String.class).list())
                .isEqualTo(List.of("text=kettle 100%"));
    }

    private List<String> found(String words) {
        return log.page(new ReadingLog.Asked("", "", "", words, null, null), null, 10).stream()
                .map(reading -> reading.address() + " " + (reading.terms() == null ? "-" : reading.terms()))
                .toList();
    }

    private void opened(String address, @Nullable String terms) {
        log.add("auditor", ReadingKind.at(address), null, address, terms);
    }
}
