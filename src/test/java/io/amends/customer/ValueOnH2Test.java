package io.amends.customer;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ValueOnH2Test extends ValueContract {

    @Override
    DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:values;DB_CLOSE_DELAY=-1");
        return database;
    }
}
