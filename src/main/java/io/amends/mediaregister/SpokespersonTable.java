package io.amends.mediaregister;

import static io.amends.mediaregister.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who may speak for the house (M-6). */
@Repository
class SpokespersonTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SpokespersonTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<SpokespersonRow> all() {
        return jdbc.sql("select * from media_spokesperson where not removed order by user_id")
                .query(SpokespersonTable::row)
                .list();
    }

    Optional<SpokespersonRow> find(String userId) {
        return jdbc.sql("select * from media_spokesperson where user_id = ? and not removed")
                .param(userId)
                .query(SpokespersonTable::row)
                .optional();
    }

    /** Adds or replaces what is known of somebody. */
    void put(String userId, Set<Quality> qualities, @Nullable LocalDate trainedOn, String lookedBy) {
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(Quality.values()).map(qualities::contains).forEach(values::add);
        values.add(trainedOn);
        values.add(lookedBy);
        values.add(utc(clock.instant()));
        values.add(userId);
        String sets = Arrays.stream(Quality.values())
                .map(quality -> quality.code() + " = ?")
                .collect(Collectors.joining(", "));
        int changed = jdbc.sql("update media_spokesperson set " + sets
                        + ", trained_on = ?, looked_by = ?, looked_at = ?, removed = false where user_id = ?")
                .params(values)
                .update();
        if (changed == 0) {
            String columns = Arrays.stream(Quality.values()).map(Quality::code).collect(Collectors.joining(", "));
            jdbc.sql("insert into media_spokesperson (" + columns
                            + ", trained_on, looked_by, looked_at, user_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    void remove(String userId, String who) {
        jdbc.sql("update media_spokesperson set removed = true, looked_by = ?, looked_at = ? where user_id = ?")
                .params(who, utc(clock.instant()), userId)
                .update();
    }

    private static SpokespersonRow row(ResultSet row, int number) throws SQLException {
        Set<Quality> qualities = EnumSet.noneOf(Quality.class);
        for (Quality quality : Quality.values()) {
            if (row.getBoolean(quality.code())) {
                qualities.add(quality);
            }
        }
        return new SpokespersonRow(
                row.getString("user_id"),
                qualities,
                row.getObject("trained_on", LocalDate.class),
                row.getString("looked_by"),
                Objects.requireNonNull(Sql.moment(row, "looked_at")));
    }

    /** @param lookedBy user id of who looked last at whether they fit */
    record SpokespersonRow(
            String userId,
            Set<Quality> qualities,
            @Nullable LocalDate trainedOn,
            @Nullable String lookedBy,
            Instant lookedAt) {}
}
