package io.amends.lostcustomer;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class RecoveryFiguresOnH2Test extends RecoveryFiguresContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:recovery-figures;DB_CLOSE_DELAY=-1");
        return database;
    }
}
