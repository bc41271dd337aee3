package io.amends.inbox;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class MailStoreOnH2Test extends MailStoreContract {

    @Override
    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:mails;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        return database;
    }
}
