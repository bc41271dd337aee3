package io.amends.mediaregister;

import static io.amends.mediaregister.Sql.utc;

import io.amends.customer.PhoneNumbers;
import io.amends.mediaregister.MediaKeeper.NewPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of people in the media. */
@Repository
class PersonTable {

    static final Set<String> ROLES = Set.of("journalist", "editor", "leadership");
    static final Set<String> LANGUAGES = Set.of("en", "zh-CN");

    private static final String SELECT =
            "select p.*, o.name as outlet_name, o.name_key as outlet_key from media_person p"
                    + " join media_outlet o on o.id = p.outlet_id ";
    private static final String IN_ORDER = " order by o.name_key, p.name_key, p.id";

    private final JdbcClient jdbc;
    private final PhoneNumbers phones;
    private final Clock clock;

    PersonTable(JdbcClient jdbc, PhoneNumbers phones, Clock clock) {
        this.jdbc = jdbc;
        this.phones = phones;
        this.clock = clock;
    }

    Optional<PersonRow> byId(String id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id.strip())
                .query(PersonTable::person)
                .optional();
    }

    /** Everybody of that name, also those who left. */
    List<PersonRow> named(String name) {
        return jdbc.sql(SELECT + "where p.name_key = ?" + IN_ORDER)
                .param(Sql.key(name))
                .query(PersonTable::person)
                .list();
    }

    List<PersonRow> of(String outletId) {
        return jdbc.sql(SELECT + "where p.outlet_id = ?" + IN_ORDER)
                .param(outletId)
                .query(PersonTable::person)
                .list();
    }

    /** Those who still work there and read the mail of that address. */
    List<PersonRow> reading(String mail) {
        return jdbc.sql(SELECT + "where p.mail = ? and p.left_at is null" + IN_ORDER)
                .param(mail.strip().toLowerCase(Locale.ROOT))
                .query(PersonTable::person)
                .list();
    }

    /** By outlet and name, those who still work at an outlet that there still is. */
    List<PersonRow> all() {
        return search("", false, null, Integer.MAX_VALUE);
    }

    /**
     * By outlet and name.
     *
     * @param text part of a name, an outlet's name or a beat
     * @param left also those who left, and those of archived outlets
     * @param after behind whom the list begins
     */
    List<PersonRow> search(String text, boolean left, @Nullable PersonRow after, int atMost) {
        String pattern = Sql.anywhere(text);
        return jdbc.sql(SELECT
                        + "where (p.name_key like :text escape '!' or o.name_key like :text escape '!'"
                        + " or lower(p.beats) like :text escape '!')"
                        + (left ? "" : " and p.left_at is null and o.archived_at is null")
                        + (after == null ? "" : " and (o.name_key, p.name_key, p.id) > (:outlet, :name, :id)")
                        + IN_ORDER + " fetch first :most rows only")
                .param("text", pattern)
                .param("outlet", after == null ? "" : after.outletKey())
                .param("name", after == null ? "" : after.key())
                .param("id", after == null ? "" : after.person().id())
                .param("most", atMost)
                .query(PersonTable::person)
                .list();
    }

    void add(String outletId, NewPerson person, @Nullable String who) {
        jdbc.sql(
                        "insert into media_person (id, outlet_id, name, name_key, role, beats, phone, mail, language, changed_by,"
                                + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        person.id(),
                        outletId,
                        person.name(),
                        Sql.key(person.name()),
                        person.role(),
                        beats(person.beats()),
                        phones.normalised(person.phone()),
                        mail(person.mail()),
                        person.language(),
                        who,
                        utc(clock.instant()))
                .update();
    }

    void change(String outletId, NewPerson person, String who) {
        jdbc.sql(
                        "update media_person set outlet_id = ?, name = ?, name_key = ?, role = ?, beats = ?, phone = ?, mail = ?,"
                                + " language = ?, changed_by = ?, changed_at = ? where id = ?")
                .params(
                        outletId,
                        person.name(),
                        Sql.key(person.name()),
                        person.role(),
                        beats(person.beats()),
                        phones.normalised(person.phone()),
                        mail(person.mail()),
                        person.language(),
                        who,
                        utc(clock.instant()),
                        person.id())
                .update();
    }

    void left(String id, boolean left, String who) {
        jdbc.sql("update media_person set left_at = ?, changed_by = ?, changed_at = ? where id = ?")
                .params(left ? utc(clock.instant()) : null, who, utc(clock.instant()), id)
                .update();
    }

    void moveAll(String fromOutlet, String toOutlet) {
        jdbc.sql("update media_person set outlet_id = ? where outlet_id = ?")
                .params(toOutlet, fromOutlet)
                .update();
    }

    /** Does nothing where a later contact is known. */
    void contacted(String id, Instant at) {
        jdbc.sql("update media_person set last_contact_at = :at"
                        + " where id = :id and (last_contact_at is null or last_contact_at < :at)")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** Commas of any language and semicolons part them. */
    static @Nullable String beats(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String beats = String.join(", ", split(typed));
        return beats.isEmpty() ? null : beats;
    }

    private static List<String> split(@Nullable String beats) {
        return beats == null
                ? List.of()
                : Arrays.stream(beats.split("[,;，；、\\n]"))
                        .map(String::strip)
                        .filter(beat -> !beat.isEmpty())
                        .distinct()
                        .toList();
    }

    private static @Nullable String mail(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    private static PersonRow person(ResultSet row, int number) throws SQLException {
        return new PersonRow(
                new MediaPerson(
                        row.getString("id"),
                        row.getString("outlet_id"),
                        row.getString("outlet_name"),
                        row.getString("name"),
                        row.getString("role"),
                        split(row.getString("beats")),
                        row.getString("phone"),
                        row.getString("mail"),
                        row.getString("language"),
                        Sql.moment(row, "last_contact_at")),
                row.getString("name_key"),
                row.getString("outlet_key"),
                Sql.moment(row, "left_at"),
                row.getString("changed_by"),
                Objects.requireNonNull(Sql.moment(row, "changed_at")));
    }

    /**
     * @param key the name as it is looked for; likewise of the outlet
     * @param changedBy user id, or null for an import
     */
    record PersonRow(
            MediaPerson person,
            String key,
            String outletKey,
            @Nullable Instant leftAt,
            @Nullable String changedBy,
            Instant changedAt) {}
}
