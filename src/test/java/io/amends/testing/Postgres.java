package io.amends.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The database of production: one server in a JVM, which ends with it, and an empty database for each who asks. */
public final class Postgres {

    public static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** For a test without an application; {@link OnPostgres} is for one that has an application. */
    public static DataSource freshDatabase() {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(freshAddress());
        connections.setUsername(USER);
        // each connection is a process of the server: made once instead of for every statement, and gone soon after the test
        connections.setMaximumPoolSize(20);
        connections.setMinimumIdle(0);
        connections.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return connections;
    }

    /** The JDBC address of an empty database, for an application that connects by itself as {@link #USER}. */
    public static String freshAddress() {
        return Server.RUNNING.getJdbcUrl(USER, createDatabase());
    }

    private static String createDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database " + name, e);
        }
        return name;
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
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
