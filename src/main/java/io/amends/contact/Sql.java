package io.amends.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moments and long lists as both databases take them. */
final class Sql {

    /** What a list in one statement may hold. */
    static final int AT_ONCE = 1_000;

    private Sql() {}

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static List<List<String>> parts(Collection<String> all) {
        List<String> distinct = new ArrayList<>(all).stream().distinct().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            parts.add(distinct.subList(from, Math.min(from + AT_ONCE, distinct.size())));
        }
        return parts;
    }

    /** Never longer than its column. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
