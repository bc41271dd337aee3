package io.amends.letter;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which database this is, so that a copy of it is known for one. On PostgreSQL: the installation, the database in it, and the
 * timeline, which a recovery to a point in time and a fail-over begin anew. H2 has nothing that a copied file would not bring
 * along.
 */
@Component
class DatabaseIdentity {

    private static final String POSTGRESQL = """
            select s.system_identifier || '/' || d.oid || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
            from pg_control_system() s, pg_database d where d.datname = current_database()""";

    private final JdbcClient jdbc;
    private final boolean postgresql;

    DatabaseIdentity(DataSource dataSource, JdbcClient jdbc) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        this.jdbc = jdbc;
        this.postgresql = product.equals("PostgreSQL");
    }

    String read() {
        return postgresql ? jdbc.sql(POSTGRESQL).query(String.class).single() : "H2";
    }
}
