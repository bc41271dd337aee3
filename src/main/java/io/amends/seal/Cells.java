package io.amends.seal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of the database as texts, the same on both databases and in every time zone that a node may run in. */
final class Cells {

    private Cells() {}

    /** @param column from 1 */
    static @Nullable String text(ResultSet row, ResultSetMetaData columns, int column) throws SQLException {
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        if (type.equals("uuid")) {
            // H2 takes it for bytes
            return row.getString(column);
        }
        return switch (columns.getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> bytes(row.getBytes(column));
            case Types.DATE -> text(row.getObject(column, LocalDate.class));
            case Types.TIMESTAMP_WITH_TIMEZONE -> moment(row, column);
            // PostgreSQL calls both kinds by this one
            case Types.TIMESTAMP ->
                type.equals("timestamptz") ? moment(row, column) : text(row.getObject(column, LocalDateTime.class));
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> text(row.getObject(column, Double.class));
            case Types.NUMERIC, Types.DECIMAL -> plain(row.getBigDecimal(column));
            case Types.BOOLEAN, Types.BIT -> text(row.getObject(column, Boolean.class));
            default -> row.getString(column);
        };
    }

    /** Files may be long, and their hash says as much. */
    private static @Nullable String bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : bytes.length + " bytes, sha-256 " + Canonical.hash(bytes);
    }

    private static @Nullable String moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant().toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
