package io.amends.moving;

import io.amends.testing.Postgres;
import javax.sql.DataSource;

class MovesOnPostgresTest extends MovesContract {

    @Override
    DataSource database() {
        return Postgres.freshDatabase();
    }
}
