package io.amends.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Every row of the case as it stands in the database: nothing is left out, and it can be read without the application. */
@Component
@Order(1)
class RowsArchive implements CaseArchive {

    private final CaseTables register;
    private final RowsOfCase rows;

    RowsArchive(CaseTables register, RowsOfCase rows) {
        this.register = register;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public void write(String caseNumber, JsonGenerator json) throws IOException {
        RowsOfCase.Scope scope = rows.scope(caseNumber);
        json.writeStartObject();
        for (CaseTable table : register.tables()) {
            json.writeArrayFieldStart(table.name());
            rows.read(table, scope, new Rows(json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private record Rows(JsonGenerator json) implements RowCallbackHandler {

        @Override
        public void processRow(ResultSet row) throws SQLException {
            try {
                ResultSetMetaData columns = row.getMetaData();
                json.writeStartObject();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    json.writeFieldName(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
                    value(row, i, columns);
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void value(ResultSet row, int i, ResultSetMetaData columns) throws SQLException, IOException {
            boolean zoned = columns.getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE
                    || "timestamptz".equalsIgnoreCase(columns.getColumnTypeName(i));
            Object value = zoned ? row.getObject(i, OffsetDateTime.class) : row.getObject(i);
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Boolean yes) {
                json.writeBoolean(yes);
            } else if (value instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (value instanceof Double number) {
                json.writeNumber(number);
            } else if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else if (value instanceof byte[] bytes) {
                json.writeBinary(bytes);
            } else if (value instanceof Blob blob) {
                json.writeBinary(blob.getBytes(1, (int) blob.length()));
            } else if (value instanceof Clob clob) {
                json.writeString(clob.getSubString(1, (int) clob.length()));
            } else if (value instanceof OffsetDateTime time) {
                json.writeString(time.toInstant().toString());
            } else if (value instanceof Timestamp time) {
                json.writeString(time.toLocalDateTime().toString());
            } else {
                json.writeString(value.toString());
            }
        }
    }
}
