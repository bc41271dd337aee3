package io.amends.clock;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class CaseClocksOnH2Test extends CaseClocksContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:case-clocks;DB_CLOSE_DELAY=-1");
        return database;
    }
}
