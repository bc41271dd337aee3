package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Everything that was reported to us, case by case (M-1). */
@Repository
class MediaEventTable {

    private final JdbcClient jdbc;

    MediaEventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever comes second waits until the running transaction of the first ends, on all nodes. */
    void lock() {
        jdbc.sql("select slot from media_lock where slot = 1 for update")
                .query(Integer.class)
                .single();
    }

    /**
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the source's id is known
     */
    long add(String caseNumber, NewMediaEvent event, Instant at, @Nullable String outletId, @Nullable String personId) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into media_event (case_number, kind, source, external_id, reported_by, reported_at, outlet_id,
                            outlet_name, person_id, journalist, link, claim, reach, tone, truth, spread, safety_risk, authority,
                            deadline, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        event.kind(),
                        event.source(),
                        event.externalId(),
                        event.reportedBy(),
                        utc(at),
                        outletId,
                        event.outlet(),
                        personId,
                        event.journalist(),
                        event.link(),
                        event.claim(),
                        event.reach(),
                        event.tone(),
                        event.truth(),
                        event.spread(),
                        event.safetyRisk(),
                        event.authority(),
                        event.deadline() == null ? null : utc(event.deadline()),
                        event.note())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    Optional<MediaEvent> find(long id) {
        return jdbc.sql("select * from media_event where id = ?")
                .param(id)
                .query(MediaEventTable::event)
                .optional();
    }

    /** The event that an id of a source became. */
    Optional<MediaEvent> find(String source, String externalId) {
        return jdbc.sql("select * from media_event where source = ? and external_id = ?")
                .params(source, externalId)
                .query(MediaEventTable::event)
                .optional();
    }

    /** Oldest first. */
    List<MediaEvent> of(String caseNumber) {
        return jdbc.sql("select * from media_event where case_number = ? order by id")
                .param(caseNumber)
                .query(MediaEventTable::event)
                .list();
    }

    /** What people typed that nobody knows by that number, oldest first. */
    List<String> notes(String caseNumber) {
        return jdbc.sql("select note from media_event where case_number = ? and note is not null order by id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** Whom the register knows by now. */
    void found(long id, @Nullable String outletId, @Nullable String personId) {
        jdbc.sql(
                        "update media_event set outlet_id = coalesce(?, outlet_id), person_id = coalesce(?, person_id) where id = ?")
                .params(outletId, personId, id)
                .update();
    }

    /** What the table made of it (M-2). */
    void level(long id, int level) {
        jdbc.sql("update media_event set level = ? where id = ?")
                .params(level, id)
                .update();
    }

    private static MediaEvent event(ResultSet row, int number) throws SQLException {
        return new MediaEvent(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("reported_by"),
                Moments.needed(row, "reported_at"),
                row.getString("outlet_id"),
                row.getString("outlet_name"),
                row.getString("person_id"),
                row.getString("journalist"),
                row.getString("link"),
                row.getString("claim"),
                row.getString("reach"),
                row.getString("tone"),
                row.getString("truth"),
                row.getString("spread"),
                row.getBoolean("safety_risk"),
                row.getBoolean("authority"),
                Moments.find(row, "deadline"),
                row.getObject("level", Integer.class));
    }
}
