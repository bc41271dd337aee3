package io.amends.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The database of production: one server in a JVM, which ends with it, and a new database for each who asks. */
public final class Postgres {

    public static final String USER = "postgres";
    private static final String NOTHING = "template1";
    private static final List<String> ENGINE =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** For a test without an application; {@link OnPostgres} is for one that has an application. */
    public static DataSource freshDatabase() {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(freshAddress());
        connections.setUsername(USER);
        // each connection is a process of the server: made once instead of for every statement, and gone soon after the
        // test
        connections.setMaximumPoolSize(20);
        connections.setMinimumIdle(0);
        connections.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return connections;
    }

    /** The JDBC address of an empty database, for an application that connects by itself as {@link #USER}. */
    public static String freshAddress() {
        return Server.RUNNING.getJdbcUrl(USER, copyOf(NOTHING));
    }

    /** @return the address of a database that begins with all that the one at {@code address} holds, which nobody may use meanwhile */
    public static String copy(String address) {
        String path = URI.create(address.substring("jdbc:".length())).getPath();
        return Server.RUNNING.getJdbcUrl(USER, copyOf(path.substring(1)));
    }

    /** The same, but all tables are there already, ours and the engine's, without a row that an application has written. */
    static String addressWithTables() {
        return Server.RUNNING.getJdbcUrl(USER, copyOf(WithTables.NAME));
    }

    private static String copyOf(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database " + name, e);
        }
        return name;
    }

    // an application makes its tables in seconds, the server copies them in a moment
    private static final class WithTables {

        static final String NAME = make();

        private static String make() {
            String name = copyOf(NOTHING);
            DataSource database = Server.RUNNING.getDatabase(USER, name);
            Tables.anew(database);
            ResourceDatabasePopulator engine = new ResourceDatabasePopulator();
            for (String part : ENGINE) {
                engine.addScript(new ClassPathResource(
                        "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
            }
            engine.execute(database);
            return name;
        }
    }

    // started when the first test asks
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        // what is lost with the machine is nobody's
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        // as operators.md asks for: no disk with a head that moves
                        .setServerConfig("random_page_cost", "1.1")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
