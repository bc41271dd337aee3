package io.amends.mediaregister;

import static io.amends.mediaregister.Sql.utc;

import io.amends.mediaregister.MediaKeeper.NewOutlet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table of outlets. One that was joined with another leads there and is listed no more. */
@Repository
class OutletTable {

    static final Set<String> KINDS = Set.of("newspaper", "television", "radio", "online", "social", "agency", "other");
    static final Set<String> REACHES = Set.of("local", "regional", "national", "international");
    static final String OTHER = "other";

    private static final String LISTED = "joined_into is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutletTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Also by an id or a name that was joined with another's. */
    Optional<OutletRow> find(String idOrName) {
        return byId(idOrName).or(() -> byName(idOrName));
    }

    Optional<OutletRow> byId(String id) {
        return row("id = ?", id.strip()).flatMap(this::whereItLeads);
    }

    Optional<OutletRow> byName(String name) {
        return row("name_key = ?", Sql.key(name)).flatMap(this::whereItLeads);
    }

    private Optional<OutletRow> whereItLeads(OutletRow row) {
        // what others lead to is never joined itself without taking them along, so one step is enough
        return row.joinedInto() == null ? Optional.of(row) : row("id = ?", row.joinedInto());
    }

    private Optional<OutletRow> row(String which, String key) {
        return jdbc.sql("select * from media_outlet where " + which)
                .param(key)
                .query(OutletTable::outlet)
                .optional();
    }

    /**
     * By name.
     *
     * @param state {@code checked}, {@code unchecked} or {@code archived}; blank for all that are not archived
     * @param after key of the name behind which the list begins, or blank
     */
    List<OutletRow> search(String text, String state, String after, int atMost) {
        String states =
                switch (state) {
                    case "checked" -> " and archived_at is null and checked";
                    case "unchecked" -> " and archived_at is null and not checked";
                    case "archived" -> " and archived_at is not null";
                    default -> " and archived_at is null";
                };
        return jdbc.sql("select * from media_outlet where " + LISTED + states
                        + " and name_key like ? escape '!' and name_key > ? order by name_key fetch first ? rows only")
                .params(Sql.anywhere(text), after, atMost)
                .query(OutletTable::outlet)
                .list();
    }

    /** All that people may work for, by name. */
    List<OutletRow> all() {
        return search("", "", "", Integer.MAX_VALUE);
    }

    int unchecked() {
        return jdbc.sql("select count(*) from media_outlet where not checked and archived_at is null and " + LISTED)
                .query(Integer.class)
                .single();
    }

    void add(NewOutlet outlet, boolean checked, @Nullable String who) {
        jdbc.sql("insert into media_outlet (id, name, name_key, kind, website, reach, checked, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        outlet.id(),
                        outlet.name(),
                        Sql.key(outlet.name()),
                        outlet.kind(),
                        outlet.website(),
                        outlet.reach(),
                        checked,
                        who,
                        utc(clock.instant()))
                .update();
    }

    /** Whoever fills in what an outlet is has looked at it. */
    void change(NewOutlet outlet, @Nullable String who) {
        jdbc.sql("update media_outlet set name = ?, name_key = ?, kind = ?, website = ?, reach = ?, checked = true,"
                        + " changed_by = ?, changed_at = ? where id = ?")
                .params(
                        outlet.name(),
                        Sql.key(outlet.name()),
                        outlet.kind(),
                        outlet.website(),
                        outlet.reach(),
                        who,
                        utc(clock.instant()),
                        outlet.id())
                .update();
    }

    void check(String id, String who) {
        jdbc.sql("update media_outlet set checked = true, changed_by = ?, changed_at = ? where id = ?")
                .params(who, utc(clock.instant()), id)
                .update();
    }

    void archive(String id, boolean archived, String who) {
        jdbc.sql("update media_outlet set archived_at = ?, changed_by = ?, changed_at = ? where id = ?")
                .params(archived ? utc(clock.instant()) : null, who, utc(clock.instant()), id)
                .update();
    }

    /** With all that had been joined with it before. */
    void join(String id, String into, String who) {
        jdbc.sql(
                        "update media_outlet set joined_into = ?, changed_by = ?, changed_at = ? where id = ? or joined_into = ?")
                .params(into, who, utc(clock.instant()), id, id)
                .update();
    }

    /** The next number of what staff type in. */
    long nextNumber() {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into media_number (since) values (?)")
                .param(utc(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private static OutletRow outlet(ResultSet row, int number) throws SQLException {
        return new OutletRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("name_key"),
                row.getString("kind"),
                row.getString("website"),
                row.getString("reach"),
                row.getBoolean("checked"),
                Sql.moment(row, "archived_at"),
                row.getString("joined_into"),
                row.getString("changed_by"),
                Objects.requireNonNull(Sql.moment(row, "changed_at")));
    }

    /**
     * @param key the name as it is looked for
     * @param changedBy user id, or null for an import
     */
    record OutletRow(
            String id,
            String name,
            String key,
            String kind,
            @Nullable String website,
            @Nullable String reach,
            boolean checked,
            @Nullable Instant archivedAt,
            @Nullable String joinedInto,
            @Nullable String changedBy,
            Instant changedAt) {

        Outlet outlet() {
            return new Outlet(id, name, kind, checked);
        }
    }
}
