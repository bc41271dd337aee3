package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reports that are wrong, and whom we asked to put them right (M-11). */
@Repository
class WrongReports {

    private final JdbcClient jdbc;

    WrongReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    long add(
            String caseNumber,
            String outletId,
            String personId,
            String headline,
            LocalDate publishedOn,
            @Nullable String link,
            String what,
            Instant at,
            @Nullable String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into wrong_report (case_number, outlet_id, person_id, headline, published_on, link, what, state, found_at,"
                                + " found_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        outletId,
                        personId,
                        headline,
                        publishedOn,
                        link,
                        what,
                        WrongReport.JOURNALIST,
                        utc(at),
                        by)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<WrongReport> find(long id) {
        return jdbc.sql("select * from wrong_report where id = ?")
                .param(id)
                .query(WrongReports::report)
                .optional();
    }

    /** Oldest first. */
    List<WrongReport> of(String caseNumber) {
        return jdbc.sql("select * from wrong_report where case_number = ? order by id")
                .param(caseNumber)
                .query(WrongReports::report)
                .list();
    }

    void askJournalist(long id, String words, Instant at) {
        jdbc.sql("update wrong_report set to_journalist = ?, journalist_asked_at = ? where id = ?")
                .params(words, utc(at), id)
                .update();
    }

    void askEditor(long id, String editorId, String words, Instant at) {
        jdbc.sql("update wrong_report set editor_id = ?, to_editor = ?, editor_asked_at = ?, state = ? where id = ?")
                .params(editorId, words, utc(at), WrongReport.EDITOR, id)
                .update();
    }

    /** How it was corrected, as somebody reported it. */
    void corrected(long id, String how) {
        jdbc.sql("update wrong_report set correction = ? where id = ?")
                .params(how, id)
                .update();
    }

    void close(long id, String state, Instant at) {
        jdbc.sql("update wrong_report set state = ?, closed_at = ? where id = ?")
                .params(state, utc(at), id)
                .update();
    }

    private static WrongReport report(ResultSet row, int number) throws SQLException {
        return new WrongReport(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("outlet_id"),
                row.getString("person_id"),
                row.getString("headline"),
                row.getObject("published_on", LocalDate.class),
                row.getString("link"),
                row.getString("what"),
                row.getString("state"),
                Moments.needed(row, "found_at"),
                row.getString("to_journalist"),
                Moments.find(row, "journalist_asked_at"),
                row.getString("editor_id"),
                row.getString("to_editor"),
                Moments.find(row, "editor_asked_at"),
                Moments.find(row, "closed_at"),
                row.getString("correction"));
    }
}
