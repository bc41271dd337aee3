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

/** Updates to the public, each version with who wrote and who approved it (M-14). */
@Repository
class PublicUpdates {

    private final JdbcClient jdbc;

    PublicUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the update that is not released yet, or of the next. */
    int current(String caseNumber) {
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from crisis_update where case_number = ? and released_at is not null")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    /** @param nextAt when it says that the next comes, or null where it is the last */
    void write(String caseNumber, int number, String words, @Nullable Instant nextAt, @Nullable String by, Instant at) {
        jdbc.sql("""
                        insert into crisis_update (case_number, number, version, words, next_at, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        number,
                        last(caseNumber, number).map(PublicUpdate::version).orElse(0) + 1,
                        words,
                        nextAt == null ? null : utc(nextAt),
                        by,
                        utc(at))
                .update();
    }

    /**
     * Decides on the last version.
     *
     * @param reason why it goes back, or null
     * @param signed what of the list of what we never do was signed, or null
     */
    void decide(
            String caseNumber,
            int number,
            boolean approved,
            @Nullable String reason,
            @Nullable String signed,
            @Nullable String by,
            Instant at) {
        jdbc.sql("""
                        update crisis_update set approved = ?, reason = ?, signed_list = ?, decided_by = ?, decided_at = ?
                        where case_number = ? and number = ? and version = ?""")
                .params(
                        approved,
                        reason,
                        signed,
                        by,
                        utc(at),
                        caseNumber,
                        number,
                        last(caseNumber, number).orElseThrow().version())
                .update();
    }

    void released(String caseNumber, int number, Instant at) {
        jdbc.sql(
                        "update crisis_update set released_at = ? where case_number = ? and number = ? and approved and released_at is null")
                .params(utc(at), caseNumber, number)
                .update();
    }

    /** Its last version. */
    Optional<PublicUpdate> last(String caseNumber, int number) {
        return of(caseNumber).stream()
                .filter(update -> update.number() == number)
                .reduce((earlier, later) -> later);
    }

    /** All versions, oldest first. */
    List<PublicUpdate> of(String caseNumber) {
        return jdbc.sql("select * from crisis_update where case_number = ? order by number, version")
                .param(caseNumber)
                .query(PublicUpdates::update)
                .list();
    }

    /** What the public has read, oldest first. */
    List<PublicUpdate> releasedOf(String caseNumber) {
        return of(caseNumber).stream()
                .filter(update -> update.releasedAt() != null)
                .toList();
    }

    /** User ids of whoever wrote an update or decided on one. */
    List<String> handled(String caseNumber) {
        return jdbc.sql(
                        "select written_by as who from crisis_update where case_number = :case and written_by is not null"
                                + " union select decided_by from crisis_update where case_number = :case and decided_by is not null"
                                + " order by who")
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    private static PublicUpdate update(ResultSet row, int number) throws SQLException {
        return new PublicUpdate(
                row.getString("case_number"),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("words"),
                Moments.find(row, "next_at"),
                row.getString("written_by"),
                row.getObject("approved", Boolean.class),
                row.getString("reason"),
                Moments.find(row, "released_at"));
    }
}
