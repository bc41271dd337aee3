package io.amends.casefile;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class RegisterOnH2Test extends RegisterContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:register;DB_CLOSE_DELAY=-1");
        return database;
    }
}
