package io.amends.mediaregister;

import static io.amends.mediaregister.Sql.utc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of contacts with people of the media. */
@Repository
class MediaContactTable {

    static final Set<String> WAYS = Set.of("mail", "phone", "meeting", "interview");
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    MediaContactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Contact contact) {
        jdbc.sql("insert into media_contact (person_id, case_number, how, what, contacted_at, who, letter_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        contact.personId(),
                        contact.caseNumber(),
                        contact.how(),
                        Sql.cut(contact.what(), LONGEST),
                        utc(contact.at()),
                        contact.who(),
                        contact.letterId())
                .update();
    }

    boolean has(UUID letterId, String personId) {
        return jdbc.sql("select count(*) from media_contact where letter_id = ? and person_id = ?")
                        .params(letterId, personId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Newest first. */
    List<Contact> of(String personId, int atMost) {
        return jdbc.sql("select * from media_contact where person_id = ?"
                        + " order by contacted_at desc, id desc fetch first ? rows only")
                .params(personId, atMost)
                .query((row, number) -> new Contact(
                        row.getString("person_id"),
                        row.getString("case_number"),
                        row.getString("how"),
                        row.getString("what"),
                        Objects.requireNonNull(Sql.moment(row, "contacted_at")),
                        row.getString("who"),
                        row.getObject("letter_id", UUID.class)))
                .list();
    }

    /**
     * @param how one of {@link #WAYS}
     * @param who user id, or null where the house itself wrote
     */
    record Contact(
            String personId,
            @Nullable String caseNumber,
            String how,
            String what,
            Instant at,
            @Nullable String who,
            @Nullable UUID letterId) {}
}
