package io.amends.mediacrisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static MediaCrisis crisis(ResultSet row, int number) throws SQLException {
        return new MediaCrisis(
                row.getString("case_number"),
                row.getString("matter"),
                row.getString("title"),
                row.getString("complaint_case"),
                row.getBoolean("exercise"),
                needed(row, "opened_at"),
                needed(row, "first_report_at"),
                row.getObject("level", Integer.class),
                row.getString("level_reason"),
                row.getString("spokesperson"),
                row.getString("posture"),
                row.getInt("message_version"),
                moment(row, "responding_since"),
                moment(row, "holding_released_at"),
                moment(row, "next_update_at"),
                row.getString("review_state"),
                row.getString("outcome"),
                moment(row, "closed_at"));
    }

    private static Instant needed(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
