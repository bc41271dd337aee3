package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was published (M-12). */
@Repository
class CoverageTable {

    private final JdbcClient jdbc;

    CoverageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database refuses what was told before by the same source. */
    void add(Coverage it, Instant now) {
        jdbc.sql("""
                        insert into media_coverage (case_number, source, external_id, outlet_id, outlet_name, title, link, tone, enquiries,
                            carries_message, published_at, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        it.caseNumber(),
                        it.source(),
                        it.externalId(),
                        it.outletId(),
                        it.outletName(),
                        it.title(),
                        it.link(),
                        it.tone(),
                        it.enquiries(),
                        it.carriesMessage(),
                        utc(it.publishedAt()),
                        utc(now),
                        it.recordedBy())
                .update();
    }

    Optional<Coverage> find(String source, String externalId) {
        return jdbc.sql("select * from media_coverage where source = ? and external_id = ?")
                .params(source, externalId)
                .query(CoverageTable::coverage)
                .optional();
    }

    /** What no round has counted yet, oldest first. */
    List<Coverage> notCounted(String caseNumber) {
        return jdbc.sql(
                        "select * from media_coverage where case_number = ? and round is null order by published_at, id")
                .param(caseNumber)
                .query(CoverageTable::coverage)
                .list();
    }

    /** All that was recorded until now belongs to that round. */
    void counted(String caseNumber, int round) {
        jdbc.sql("update media_coverage set round = ? where case_number = ? and round is null")
                .params(round, caseNumber)
                .update();
    }

    private static Coverage coverage(ResultSet row, int number) throws SQLException {
        return new Coverage(
                row.getString("case_number"),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("outlet_id"),
                row.getString("outlet_name"),
                row.getString("title"),
                row.getString("link"),
                row.getString("tone"),
                row.getInt("enquiries"),
                row.getBoolean("carries_message"),
                Moments.needed(row, "published_at"),
                row.getString("recorded_by"),
                row.getObject("round", Integer.class));
    }
}
