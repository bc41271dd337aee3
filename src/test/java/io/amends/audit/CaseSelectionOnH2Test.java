package io.amends.audit;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class CaseSelectionOnH2Test extends CaseSelectionContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:selection;DB_CLOSE_DELAY=-1");
        return database;
    }
}
