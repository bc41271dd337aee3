package io.amends.audit;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class KeptOnH2Test extends KeptContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:kept;DB_CLOSE_DELAY=-1");
        return database;
    }
}
