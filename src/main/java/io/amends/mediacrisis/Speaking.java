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

/** What was written and said, way by way (M-10). */
@Repository
class Speaking {

    private final JdbcClient jdbc;

    Speaking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param version of the core messages
     * @param place of the way among those chosen, from 0
     * @param headline of what was written, or null
     * @param words the text, or what was asked and answered
     * @param messagesSaid {@code all}, {@code some} or {@code none}; null for what was written
     */
    record Said(
            String caseNumber,
            int version,
            int place,
            SpeakingWay way,
            @Nullable String headline,
            String words,
            @Nullable String videoLink,
            @Nullable String messagesSaid,
            Instant at,
            @Nullable String by) {}

    /** Instead of what was kept of that way before. */
    void keep(Said said, Instant now) {
        jdbc.sql("delete from crisis_speaking where case_number = ? and version = ? and place = ?")
                .params(said.caseNumber(), said.version(), said.place())
                .update();
        jdbc.sql("""
                        insert into crisis_speaking (case_number, version, place, way, headline, words, video_link, messages_said,
                            spoken_at, spoken_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        said.caseNumber(),
                        said.version(),
                        said.place(),
                        said.way().code(),
                        said.headline(),
                        said.words(),
                        said.videoLink(),
                        said.messagesSaid(),
                        utc(said.at()),
                        said.by(),
                        utc(now))
                .update();
    }

    Optional<Said> find(String caseNumber, int version, int place) {
        return of(caseNumber).stream()
                .filter(said -> said.version() == version && said.place() == place)
                .findFirst();
    }

    /** Oldest first. */
    List<Said> of(String caseNumber) {
        return jdbc.sql("select * from crisis_speaking where case_number = ? order by spoken_at, version, place")
                .param(caseNumber)
                .query(Speaking::said)
                .list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(
                row.getString("case_number"),
                row.getInt("version"),
                row.getInt("place"),
                SpeakingWay.of(row.getString("way")),
                row.getString("headline"),
                row.getString("words"),
                row.getString("video_link"),
                row.getString("messages_said"),
                Moments.needed(row, "spoken_at"),
                row.getString("spoken_by"));
    }
}
