package io.amends.mediacrisis;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class AnswerTablesOnH2Test extends AnswerTablesContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:answer-tables;DB_CLOSE_DELAY=-1");
        return database;
    }
}
