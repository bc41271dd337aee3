package io.amends.whatif;

import io.amends.testing.Postgres;
import javax.sql.DataSource;

class TrialsOnPostgresTest extends TrialsContract {

    @Override
    DataSource database() {
        return Postgres.freshDatabase();
    }
}
