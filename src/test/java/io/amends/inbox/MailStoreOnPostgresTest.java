package io.amends.inbox;

import io.amends.testing.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class MailStoreOnPostgresTest extends MailStoreContract {

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
