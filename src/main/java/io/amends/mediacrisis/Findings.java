package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found out about a matter, and who of the house is party to it (M-6). */
@Repository
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Instead of what was found before. */
    void write(String caseNumber, String findings, List<String> parties, @Nullable String by, Instant at) {
        for (String table : List.of("crisis_finding", "crisis_party")) {
            jdbc.sql("delete from " + table + " where case_number = ?")
                    .param(caseNumber)
                    .update();
        }
        jdbc.sql("insert into crisis_finding (case_number, findings, found_by, found_at) values (?, ?, ?, ?)")
                .params(caseNumber, findings, by, utc(at))
                .update();
        parties.stream().distinct().forEach(userId -> jdbc.sql(
                        "insert into crisis_party (case_number, user_id) values (?, ?)")
                .params(caseNumber, userId)
                .update());
    }

    Optional<String> of(String caseNumber) {
        return jdbc.sql("select findings from crisis_finding where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    /** User ids of those who are party to the matter, as whoever found the facts knows. */
    List<String> parties(String caseNumber) {
        return jdbc.sql("select user_id from crisis_party where case_number = ? order by user_id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }
}
