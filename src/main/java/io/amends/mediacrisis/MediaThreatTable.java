package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words of going public that fell in complaints, and the crises that took them up (M-1); each words of a complaint once. */
@Repository
class MediaThreatTable {

    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MediaThreatTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A threat that waits to be taken up; nothing when these words are known. */
    void add(String complaintCase, String words) {
        insert(complaintCase, words, false);
    }

    /** What we told the complaint ourselves. */
    void ours(String complaintCase, String words) {
        insert(complaintCase, words, true);
    }

    boolean has(String complaintCase) {
        return jdbc.sql("select count(*) from media_threat where complaint_case = ?")
                        .param(complaintCase)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Oldest first. */
    List<Threat> waiting(int most) {
        return jdbc.sql("select complaint_case, digest, words from media_threat where taken_at is null"
                        + " order by raised_at, complaint_case, digest fetch first " + most + " rows only")
                .query((row, n) ->
                        new Threat(row.getString("complaint_case"), row.getString("digest"), row.getString("words")))
                .list();
    }

    /** @return false when somebody else took it up meanwhile; nobody does until the running transaction ends */
    boolean take(Threat threat) {
        return jdbc.sql(
                                "update media_threat set taken_at = ? where complaint_case = ? and digest = ? and taken_at is null")
                        .params(utc(clock.instant()), threat.complaintCase(), threat.digest())
                        .update()
                == 1;
    }

    void takenBy(Threat threat, String caseNumber) {
        jdbc.sql("update media_threat set case_number = ? where complaint_case = ? and digest = ?")
                .params(caseNumber, threat.complaintCase(), threat.digest())
                .update();
    }

    private void insert(String complaintCase, String words, boolean taken) {
        String kept = words.substring(0, Math.min(LONGEST, words.length()));
        String digest = digest(kept);
        boolean known = jdbc.sql("select count(*) from media_threat where complaint_case = ? and digest = ?")
                        .params(complaintCase, digest)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql(
                            "insert into media_threat (complaint_case, digest, words, raised_at, taken_at) values (?, ?, ?, ?, ?)")
                    .params(complaintCase, digest, kept, utc(clock.instant()), taken ? utc(clock.instant()) : null)
                    .update();
        }
    }

    private static String digest(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param digest of the words */
    record Threat(String complaintCase, String digest, String words) {}
}
