package io.amends.complaint;

import io.amends.testing.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class ComplaintFiguresOnPostgresTest extends ComplaintFiguresContract {

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
