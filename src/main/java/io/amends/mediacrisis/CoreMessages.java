package io.amends.mediacrisis;

import static io.amends.mediacrisis.MediaCrisisTable.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Core messages with their proofs, version by version (M-7). */
@Repository
class CoreMessages {

    private final JdbcClient jdbc;

    CoreMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message.
     *
     * @param place from 1
     * @param words how many it has
     */
    record CoreMessage(int place, String message, int words, List<String> proofs) {}

    /**
     * One version.
     *
     * @param proofs that carry all of them
     */
    record Version(
            int version, String posture, @Nullable String writtenBy, List<CoreMessage> messages, List<String> proofs) {}

    /** Of the last version, in order; empty before any was set. */
    List<CoreMessage> of(String caseNumber) {
        return last(caseNumber).map(Version::messages).orElse(List.of());
    }

    Optional<Version> last(String caseNumber) {
        return find(caseNumber, newest(caseNumber));
    }

    Optional<Version> find(String caseNumber, int version) {
        return jdbc.sql("select posture, written_by from core_message_version where case_number = ? and version = ?")
                .params(caseNumber, version)
                .query((row, n) -> new Version(
                        version,
                        row.getString("posture"),
                        row.getString("written_by"),
                        messages(caseNumber, version),
                        proofs(caseNumber, version, 0)))
                .optional();
    }

    /**
     * @return the version, from 1
     */
    int write(String caseNumber, String posture, MessageLines lines, @Nullable String by, Instant at) {
        int version = newest(caseNumber) + 1;
        jdbc.sql(
                        "insert into core_message_version (case_number, version, posture, written_by, written_at) values (?, ?, ?, ?, ?)")
                .params(caseNumber, version, posture, by, utc(at))
                .update();
        for (int i = 0; i < lines.messages().size(); i++) {
            String message = lines.messages().get(i);
            jdbc.sql(
                            "insert into core_message (case_number, version, place, message, word_count) values (?, ?, ?, ?, ?)")
                    .params(caseNumber, version, i + 1, message, WordCount.of(message))
                    .update();
        }
        for (MessageLines.Proof proof : lines.proofs()) {
            jdbc.sql("insert into core_proof (case_number, version, place, proof) values (?, ?, ?, ?)")
                    .params(caseNumber, version, proof.place(), proof.words())
                    .update();
        }
        return version;
    }

    private int newest(String caseNumber) {
        return jdbc.sql("select coalesce(max(version), 0) from core_message_version where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    private List<CoreMessage> messages(String caseNumber, int version) {
        return jdbc
                .sql(
                        "select place, message, word_count from core_message where case_number = ? and version = ? order by place")
                .params(caseNumber, version)
                .query((row, n) -> new CoreMessage(
                        row.getInt("place"), row.getString("message"), row.getInt("word_count"), List.of()))
                .list()
                .stream()
                .map(it ->
                        new CoreMessage(it.place(), it.message(), it.words(), proofs(caseNumber, version, it.place())))
                .toList();
    }

    private List<String> proofs(String caseNumber, int version, int place) {
        return jdbc.sql("select proof from core_proof where case_number = ? and version = ? and place = ? order by id")
                .params(caseNumber, version, place)
                .query(String.class)
                .list();
    }
}
