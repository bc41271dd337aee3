package io.amends.audit;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ReadingTracesOnH2Test extends ReadingTracesContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:traces;DB_CLOSE_DELAY=-1");
        return database;
    }
}
