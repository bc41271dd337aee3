package io.amends.customer;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class RealPurchasesOnH2Test extends RealPurchasesContract {

    @Override
    DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:realpurchases;DB_CLOSE_DELAY=-1");
        return database;
    }
}
