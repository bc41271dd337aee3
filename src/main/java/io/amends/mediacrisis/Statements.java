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

/** Statements to the public, each version with who wrote and who approved it (M-4). */
@Repository
class Statements {

    static final String HOLDING = "holding";

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What we say while not everything is known.
     *
     * @param knowZh the same in Chinese, or null; then {@code doingZh} is null, too
     * @param nextWordAt when we speak next
     * @param keptReady whether it is not sent, for nobody of the media knows yet
     * @param approved null until somebody decided
     * @param reason why it was sent back
     */
    record Statement(
            String caseNumber,
            String kind,
            int version,
            String know,
            String doing,
            @Nullable String knowZh,
            @Nullable String doingZh,
            Instant nextWordAt,
            boolean keptReady,
            @Nullable String writtenBy,
            Instant writtenAt,
            @Nullable Boolean approved,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable Instant releasedAt) {}

    /**
     * @param recipients ids of people of the media register, besides those who asked
     * @return its version, from 1
     */
    int write(
            String caseNumber,
            String kind,
            String know,
            String doing,
            @Nullable String knowZh,
            @Nullable String doingZh,
            Instant nextWordAt,
            boolean keptReady,
            List<String> recipients,
            @Nullable String by,
            Instant at) {
        int version = last(caseNumber, kind).map(Statement::version).orElse(0) + 1;
        jdbc.sql(
                        "insert into crisis_statement (case_number, kind, version, know, doing, know_zh, doing_zh, next_word_at, kept_ready,"
                                + " written_by, written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        kind,
                        version,
                        know,
                        doing,
                        knowZh,
                        doingZh,
                        utc(nextWordAt),
                        keptReady,
                        by,
                        utc(at))
                .update();
        recipients.stream().distinct().forEach(person -> jdbc.sql(
                        "insert into crisis_statement_recipient (case_number, kind, version, person_id) values (?, ?, ?, ?)")
                .params(caseNumber, kind, version, person)
                .update());
        return version;
    }

    /** @param reason why it is sent back, or null */
    void decide(
            String caseNumber,
            String kind,
            int version,
            boolean approved,
            @Nullable String by,
            @Nullable String reason,
            Instant at) {
        jdbc.sql("update crisis_statement set approved = ?, decided_by = ?, decided_at = ?, reason = ?"
                        + " where case_number = ? and kind = ? and version = ?")
                .params(approved, by, utc(at), reason, caseNumber, kind, version)
                .update();
    }

    void released(String caseNumber, String kind, int version, Instant at) {
        jdbc.sql("update crisis_statement set released_at = ? where case_number = ? and kind = ? and version = ?")
                .params(utc(at), caseNumber, kind, version)
                .update();
    }

    /** The last version. */
    Optional<Statement> last(String caseNumber, String kind) {
        List<Statement> all = of(caseNumber).stream()
                .filter(statement -> statement.kind().equals(kind))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Ids of the people of the media register whom a released version was meant for besides those who asked. */
    List<String> toldTo(String caseNumber) {
        return jdbc.sql(
                        "select r.person_id from crisis_statement_recipient r join crisis_statement s on s.case_number = r.case_number"
                                + " and s.kind = r.kind and s.version = r.version"
                                + " where r.case_number = ? and s.released_at is not null order by r.person_id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** Ids of the people of the media register whom that version is meant for besides those who asked. */
    List<String> recipients(Statement statement) {
        return jdbc.sql("select person_id from crisis_statement_recipient where case_number = ? and kind = ?"
                        + " and version = ? order by person_id")
                .params(statement.caseNumber(), statement.kind(), statement.version())
                .query(String.class)
                .list();
    }

    /** The last version that was approved, whatever is being written meanwhile. */
    Optional<Statement> approved(String caseNumber, String kind) {
        return of(caseNumber).stream()
                .filter(statement -> statement.kind().equals(kind) && Boolean.TRUE.equals(statement.approved()))
                .reduce((earlier, later) -> later);
    }

    /** All versions, oldest first. */
    List<Statement> of(String caseNumber) {
        return jdbc.sql("select * from crisis_statement where case_number = ? order by kind, version")
                .param(caseNumber)
                .query(Statements::statement)
                .list();
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        return new Statement(
                row.getString("case_number"),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("know"),
                row.getString("doing"),
                row.getString("know_zh"),
                row.getString("doing_zh"),
                Moments.needed(row, "next_word_at"),
                row.getBoolean("kept_ready"),
                row.getString("written_by"),
                Moments.needed(row, "written_at"),
                row.getObject("approved", Boolean.class),
                row.getString("decided_by"),
                Moments.find(row, "decided_at"),
                row.getString("reason"),
                Moments.find(row, "released_at"));
    }
}
