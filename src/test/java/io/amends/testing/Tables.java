package io.amends.testing;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Our tables without an application, as the migrations leave them, however often a test asks. */
public final class Tables {

    private static final String HISTORY = "flyway_schema_history";

    // by the address of the database: the rows that the migrations write, of each table that has any
    private static final Map<String, Map<String, List<List<Object>>>> WRITTEN = new ConcurrentHashMap<>();

    private Tables() {}

    /**
     * Makes the tables of a database anew. From the second time on they are emptied instead, what counts begins at one again,
     * and the rows that the migrations had written are written back: that is much faster, and nobody sees a difference.
     */
    public static void anew(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String address = connection.getMetaData().getURL();
            List<String> tables = tables(connection);
            Map<String, List<List<Object>>> written = WRITTEN.get(address);
            if (written == null || tables.isEmpty()) {
                Flyway flyway = Flyway.configure()
                        .dataSource(database)
                        .cleanDisabled(false)
                        .load();
                flyway.clean();
                flyway.migrate();
                WRITTEN.put(address, rows(connection, tables(connection)));
            } else {
                empty(connection, tables);
                for (Map.Entry<String, List<List<Object>>> table : written.entrySet()) {
                    write(connection, table.getKey(), table.getValue());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables are not made anew", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData about = connection.getMetaData();
        String schema = connection.getSchema();
        try (ResultSet found = about.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.equals(HISTORY)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void empty(Connection connection, List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("set referential_integrity false");
                for (String table : tables) {
                    statement.execute("truncate table " + table + " restart identity");
                }
                statement.execute("set referential_integrity true");
                return;
            }
            // to truncate a table takes longer than to see that there is nothing in it
            String filled = tables.stream()
                    .map(table -> "select '" + table + "' where exists (select 1 from " + table + ")")
                    .collect(Collectors.joining(" union all "));
            List<String> full = strings(statement, filled);
            if (!full.isEmpty()) {
                statement.execute("truncate " + String.join(", ", full) + " cascade");
            }
            for (String used :
                    strings(statement, "select sequencename from pg_sequences where last_value is not null")) {
                statement.execute("alter sequence " + used + " restart");
            }
        }
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Map<String, List<List<Object>>> rows(Connection connection, List<String> tables)
            throws SQLException {
        Map<String, List<List<Object>>> all = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : new TreeSet<>(tables)) {
                List<List<Object>> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("select * from " + table)) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        List<Object> row = new ArrayList<>();
                        for (int column = 1; column <= columns; column++) {
                            row.add(found.getObject(column));
                        }
                        rows.add(row);
                    }
                }
                if (!rows.isEmpty()) {
                    all.put(table, rows);
                }
            }
        }
        return all;
    }

    private static void write(Connection connection, String table, List<List<Object>> rows) throws SQLException {
        String values = rows.get(0).stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values " + values)) {
            for (List<Object> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    insert.setObject(column + 1, row.get(column));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
