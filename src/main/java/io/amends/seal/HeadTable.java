package io.amends.seal;

import static io.amends.seal.SealTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The heads that were mailed, one a day. */
@Repository
class HeadTable {

    private final JdbcClient jdbc;

    HeadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A head as it was mailed. */
    record Mailed(LocalDate day, SealHead head, Instant at) {}

    boolean has(LocalDate day) {
        return jdbc.sql("select count(*) from seal_head where on_day = ?")
                        .param(day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another node mails the day's head */
    void add(LocalDate day, SealHead head, Instant now) {
        jdbc.sql("insert into seal_head (on_day, seq, hash, mailed_at) values (?, ?, ?, ?)")
                .params(day, head.seq(), head.hash(), utc(now))
                .update();
    }

    /** Newest first. */
    List<Mailed> latest(int atMost) {
        return jdbc.sql("select * from seal_head order by on_day desc limit ?")
                .param(atMost)
                .query(HeadTable::mailed)
                .list();
    }

    /** The last one that named a link before or at this one, and after the other. */
    List<Mailed> between(long after, long upTo) {
        return jdbc.sql("select * from seal_head where seq > ? and seq <= ? order by seq, on_day")
                .params(after, upTo)
                .query(HeadTable::mailed)
                .list();
    }

    Optional<Mailed> highest() {
        return jdbc.sql("select * from seal_head order by seq desc, on_day desc limit 1")
                .query(HeadTable::mailed)
                .optional();
    }

    private static Mailed mailed(ResultSet row, int number) throws SQLException {
        return new Mailed(
                row.getObject("on_day", LocalDate.class),
                new SealHead(row.getLong("seq"), row.getString("hash")),
                row.getObject("mailed_at", OffsetDateTime.class).toInstant());
    }
}
