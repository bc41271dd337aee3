package io.amends.complaint;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ComplaintFiguresOnH2Test extends ComplaintFiguresContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:complaint-figures;DB_CLOSE_DELAY=-1");
        return database;
    }
}
