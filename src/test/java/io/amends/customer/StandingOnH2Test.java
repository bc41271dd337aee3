package io.amends.customer;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class StandingOnH2Test extends StandingContract {

    @Override
    DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:standing;DB_CLOSE_DELAY=-1");
        return database;
    }
}
