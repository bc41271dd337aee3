package io.amends.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks through every column of every table of the database, bytes included. */
final class Leftovers {

    private final JdbcTemplate jdbc;

    Leftovers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code table.column} of each place in which one of these words still stands. */
    Set<String> of(String... needles) {
        Set<String> found = new TreeSet<>();
        for (String table : tables()) {
            jdbc.query("select * from \"" + table + "\"", row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String text = text(row.getObject(i));
                    for (String needle : needles) {
                        if (text.contains(needle.toLowerCase(Locale.ROOT))) {
                            found.add((table + "." + row.getMetaData().getColumnName(i)).toLowerCase(Locale.ROOT) + ": "
                                    + needle);
                        }
                    }
                }
            });
        }
        return found;
    }

    /** Rows by table, for tables that have any. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new java.util.TreeMap<>();
        tables().forEach(table -> {
            Integer rows = jdbc.queryForObject("select count(*) from \"" + table + "\"", Integer.class);
            if (rows != null && rows > 0) {
                sizes.put(table.toLowerCase(Locale.ROOT), rows);
            }
        });
        return sizes;
    }

    private List<String> tables() {
        return new ArrayList<>(jdbc.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type in ('BASE TABLE', 'TABLE') order by 1",
                String.class));
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value == null) {
            return "";
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        if (value instanceof java.sql.Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length()).toLowerCase(Locale.ROOT);
        }
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
