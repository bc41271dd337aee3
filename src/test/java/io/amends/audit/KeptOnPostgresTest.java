package io.amends.audit;

import io.amends.testing.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class KeptOnPostgresTest extends KeptContract {

    private static DataSource database;

    @BeforeAll
    static void onThisServer() {
        database = Postgres.freshDatabase();
    }

    @Override
    DataSource database() {
        return database;
    }
}
