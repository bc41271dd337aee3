package io.amends.mediacrisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of media crises; what the steps write besides lies in tables of their own. */
@Repository
class MediaCrisisTable {

    private final JdbcClient jdbc;

    MediaCrisisTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MediaCrisis> find(String caseNumber) {
        return jdbc.sql("select * from media_crisis where case_number = ?")
                .param(caseNumber)
                .query(MediaCrisisTable::crisis)
                .optional();
    }

    /** Those of the list that are media crises, in no order. */
    List<MediaCrisis> all(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from media_crisis where case_number in (:numbers)")
                        .param("numbers", caseNumbers)
                        .query(MediaCrisisTable::crisis)
                        .list();
    }

    /** The open crisis that a complaint is behind; an exercise is never one with a real case. */
    Optional<String> openOver(String complaintCase, boolean exercise) {
        return jdbc
                .sql(
                        "select case_number from media_crisis where complaint_case = ? and exercise = ? and closed_at is null and review_state is null"
                                + " order by case_number desc")
                .params(complaintCase, exercise)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    /** The open crisis on a matter. */
    Optional<String> openOn(String matter, boolean exercise) {
        return jdbc
                .sql(
                        "select case_number from media_crisis where matter = ? and exercise = ? and closed_at is null and review_state is null"
                                + " order by case_number desc")
                .params(matter, exercise)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    /** Every crisis that is not over yet, newest first. */
    List<MediaCrisis> open(boolean exercise) {
        return jdbc.sql("select * from media_crisis where exercise = ? and closed_at is null and review_state is null"
                        + " order by case_number desc")
                .param(exercise)
                .query(MediaCrisisTable::crisis)
                .list();
    }

    void add(String caseNumber, String matter, String title, boolean exercise, Instant at) {
        jdbc.sql("insert into media_crisis (case_number, matter, title, exercise, opened_at, first_report_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, matter, title, exercise, utc(at), utc(at))
                .update();
    }

    /** The first complaint behind the story stays. */
    void complaint(String caseNumber, String complaintCase) {
        jdbc.sql("update media_crisis set complaint_case = ? where case_number = ? and complaint_case is null")
                .params(complaintCase, caseNumber)
                .update();
    }

    /** @param reason in words, at most 500 characters */
    void level(String caseNumber, int level, String reason) {
        jdbc.sql("update media_crisis set level = ?, level_reason = ? where case_number = ?")
                .params(level, reason, caseNumber)
                .update();
    }

    void responding(String caseNumber, Instant since) {
        jdbc.sql("update media_crisis set responding_since = ? where case_number = ? and responding_since is null")
                .params(utc(since), caseNumber)
                .update();
    }

    /** No answer is being prepared any more. */
    void takenBack(String caseNumber) {
        jdbc.sql("update media_crisis set responding_since = null where case_number = ?")
                .param(caseNumber)
                .update();
    }

    void spokesperson(String caseNumber, String userId) {
        jdbc.sql("update media_crisis set spokesperson = ? where case_number = ?")
                .params(userId, caseNumber)
                .update();
    }

    void messages(String caseNumber, String posture, int version) {
        jdbc.sql("update media_crisis set posture = ?, message_version = ? where case_number = ?")
                .params(posture, version, caseNumber)
                .update();
    }

    /** @param next when the public hears from us again (M-14) */
    void holdingReleased(String caseNumber, Instant at, Instant next) {
        jdbc.sql("update media_crisis set holding_released_at = ?, next_update_at = ? where case_number = ?")
                .params(utc(at), utc(next), caseNumber)
                .update();
    }

    void close(String caseNumber, String outcome, Instant at) {
        jdbc.sql("update media_crisis set outcome = ?, closed_at = ? where case_number = ?")
                .params(outcome, utc(at), caseNumber)
                .update();
    }

    private static MediaCrisis crisis(ResultSet row, int number) throws SQLException {
        return new MediaCrisis(
                row.getString("case_number"),
                row.getString("matter"),
                row.getString("title"),
                row.getString("complaint_case"),
                row.getBoolean("exercise"),
                Moments.needed(row, "opened_at"),
                Moments.needed(row, "first_report_at"),
                row.getObject("level", Integer.class),
                row.getString("level_reason"),
                row.getString("spokesperson"),
                row.getString("posture"),
                row.getInt("message_version"),
                Moments.find(row, "responding_since"),
                Moments.find(row, "holding_released_at"),
                Moments.find(row, "next_update_at"),
                row.getString("review_state"),
                row.getString("outcome"),
                Moments.find(row, "closed_at"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
