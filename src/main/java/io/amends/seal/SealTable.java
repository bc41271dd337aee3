package io.amends.seal;

import io.amends.casefile.CaseSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain and the keys of its commitments. */
@Repository
class SealTable {

    private final JdbcClient jdbc;

    SealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SealHead head() {
        return jdbc.sql("select seq, hash from seal_chain where id = 1")
                .query(SealTable::headOf)
                .single();
    }

    /** Nobody else adds a link until the transaction ends. */
    SealHead hold() {
        return jdbc.sql("select seq, hash from seal_chain where id = 1 for update")
                .query(SealTable::headOf)
                .single();
    }

    void add(Seal seal) {
        String document = seal.document();
        jdbc.sql("insert into seal (seq, case_number, part, sealed_at, why, document, record_hash, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.seq(),
                        seal.caseNumber(),
                        seal.part(),
                        utc(seal.sealedAt()),
                        seal.why(),
                        document == null ? null : Packed.pack(document),
                        seal.recordHash(),
                        seal.previousHash(),
                        seal.hash())
                .update();
        jdbc.sql("update seal_chain set seq = ?, hash = ? where id = 1")
                .params(seal.seq(), seal.hash())
                .update();
    }

    /** Links after one, in their order. */
    List<Seal> after(long seq, int atMost) {
        return jdbc.sql("select * from seal where seq > ? order by seq limit ?")
                .params(seq, atMost)
                .query(SealTable::seal)
                .list();
    }

    Optional<Seal> find(long seq) {
        return jdbc.sql("select * from seal where seq = ?")
                .param(seq)
                .query(SealTable::seal)
                .optional();
    }

    /** In their order. */
    List<Seal> of(String caseNumber) {
        return jdbc.sql("select * from seal where case_number = ? order by part")
                .param(caseNumber)
                .query(SealTable::seal)
                .list();
    }

    /** The same without the documents, which are large. */
    List<CaseSeals.Part> parts(String caseNumber) {
        return jdbc.sql("select seq, part, sealed_at, why, record_hash, previous_hash, hash from seal"
                        + " where case_number = ? order by part")
                .param(caseNumber)
                .query((row, number) -> new CaseSeals.Part(
                        row.getLong("seq"),
                        row.getInt("part"),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                        row.getString("why"),
                        row.getString("record_hash"),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
    }

    Optional<Seal> latest(String caseNumber) {
        return jdbc.sql("select * from seal where case_number = ? order by part desc limit 1")
                .param(caseNumber)
                .query(SealTable::seal)
                .optional();
    }

    /** Whether a later part says what there is now. */
    boolean hasLaterPart(Seal seal) {
        return jdbc.sql("select count(*) from seal where case_number = ? and part > ?")
                        .params(seal.caseNumber(), seal.part())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long count() {
        return jdbc.sql("select count(*) from seal").query(Long.class).single();
    }

    /** The hashes stay, and with them the chain. */
    void dropDocuments(String caseNumber) {
        jdbc.sql("update seal set document = null where case_number = ?")
                .param(caseNumber)
                .update();
    }

    Optional<String> key(String caseNumber) {
        return jdbc.sql("select secret from seal_key where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    /** The case's key, made where there is none. */
    String keyFor(String caseNumber) {
        return key(caseNumber).orElseGet(() -> {
            String made = Commitment.newKey();
            jdbc.sql("insert into seal_key (case_number, secret) values (?, ?)")
                    .params(caseNumber, made)
                    .update();
            return made;
        });
    }

    void dropKey(String caseNumber) {
        jdbc.sql("delete from seal_key where case_number = ?").param(caseNumber).update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static SealHead headOf(ResultSet row, int number) throws SQLException {
        return new SealHead(row.getLong("seq"), row.getString("hash"));
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        byte[] document = row.getBytes("document");
        return new Seal(
                row.getLong("seq"),
                row.getString("case_number"),
                row.getInt("part"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("why"),
                document == null ? null : Packed.unpack(document),
                row.getString("record_hash"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
