package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews of crises, draft by draft, and the state of each (M-15). */
@Repository
class CrisisReviews {

    private final JdbcClient jdbc;

    CrisisReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state {@code draft}, {@code in-review}, {@code reviewed} or {@code closed} */
    void state(String caseNumber, String state) {
        jdbc.sql("update media_crisis set review_state = ? where case_number = ?")
                .params(state, caseNumber)
                .update();
    }

    /** @return its version, from 1 */
    int write(String caseNumber, String happened, String did, @Nullable String by, Instant at) {
        int version = last(caseNumber).map(CrisisReview::version).orElse(0) + 1;
        jdbc.sql(
                        "insert into crisis_review (case_number, version, happened, did, written_by, written_at) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, version, happened, did, by, utc(at))
                .update();
        return version;
    }

    /** @param reason why it goes back, or null */
    void decide(
            String caseNumber,
            int version,
            boolean accepted,
            @Nullable String by,
            @Nullable String reason,
            Instant at) {
        jdbc.sql(
                        "update crisis_review set accepted = ?, decided_by = ?, reason = ?, decided_at = ? where case_number = ? and version = ?")
                .params(accepted, by, reason, utc(at), caseNumber, version)
                .update();
    }

    Optional<CrisisReview> last(String caseNumber) {
        return of(caseNumber).stream().reduce((earlier, later) -> later);
    }

    /** Oldest draft first. */
    List<CrisisReview> of(String caseNumber) {
        return jdbc.sql("select * from crisis_review where case_number = ? order by version")
                .param(caseNumber)
                .query(CrisisReviews::review)
                .list();
    }

    private static CrisisReview review(ResultSet row, int number) throws SQLException {
        return new CrisisReview(
                row.getInt("version"),
                row.getString("happened"),
                row.getString("did"),
                row.getString("written_by"),
                Moments.needed(row, "written_at"),
                row.getObject("accepted", Boolean.class),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
