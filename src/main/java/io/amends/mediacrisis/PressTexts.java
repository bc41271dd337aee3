package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written to the media, draft by draft, before and after somebody approved it (M-9, M-10). */
@Repository
class PressTexts {

    private final JdbcClient jdbc;

    PressTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param version of the core messages
     * @param place of the way among those chosen, from 0
     * @param chinese for those who read Chinese, or null where they get the English text
     */
    record PressText(
            String caseNumber,
            int version,
            int place,
            String headline,
            String words,
            @Nullable Chinese chinese,
            @Nullable String videoLink,
            @Nullable String writtenBy) {}

    record Chinese(String headline, String words) {}

    /** @return the draft, from 1 */
    int write(PressText text, Instant at) {
        int draft = newest(text.caseNumber(), text.version(), text.place()) + 1;
        Chinese chinese = text.chinese();
        jdbc.sql("""
                        insert into press_text (case_number, version, place, draft, headline, words, headline_zh, words_zh, video_link,
                            written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        text.caseNumber(),
                        text.version(),
                        text.place(),
                        draft,
                        text.headline(),
                        text.words(),
                        chinese == null ? null : chinese.headline(),
                        chinese == null ? null : chinese.words(),
                        text.videoLink(),
                        text.writtenBy(),
                        utc(at))
                .update();
        return draft;
    }

    Optional<PressText> last(String caseNumber, int version, int place) {
        return jdbc.sql("select * from press_text where case_number = ? and version = ? and place = ? and draft = ?")
                .params(caseNumber, version, place, newest(caseNumber, version, place))
                .query((row, n) -> {
                    String chinese = row.getString("words_zh");
                    return new PressText(
                            caseNumber,
                            version,
                            place,
                            row.getString("headline"),
                            row.getString("words"),
                            chinese == null ? null : new Chinese(row.getString("headline_zh"), chinese),
                            row.getString("video_link"),
                            row.getString("written_by"));
                })
                .optional();
    }

    private int newest(String caseNumber, int version, int place) {
        return jdbc.sql(
                        "select coalesce(max(draft), 0) from press_text where case_number = ? and version = ? and place = ?")
                .params(caseNumber, version, place)
                .query(Integer.class)
                .single();
    }
}
