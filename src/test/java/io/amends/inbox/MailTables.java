package io.amends.inbox;

import io.amends.testing.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The tables of mail on a database, and what works on them, without an application. */
final class MailTables {

    final Watch clock = new Watch();
    final MailStore store;
    final MailRoom room;
    final JdbcTransactionManager transactions;
    final JdbcClient jdbc;

    MailTables(DataSource database) {
        this(database, database);
    }

    /** @param working what the tables are worked on by, once they were made */
    MailTables(DataSource database, DataSource working) {
        Tables.anew(database);
        jdbc = JdbcClient.create(working);
        transactions = new JdbcTransactionManager(working);
        store = new MailStore(jdbc, new MailPieces(jdbc), event -> {});
        room = room(properties());
    }

    /** A further node on the same tables. */
    MailRoom room(InboxProperties properties) {
        return new MailRoom(new MessageReader(), store, new AttachmentRules(properties), clock, transactions);
    }

    long count() {
        return jdbc.sql("select count(*) from inbox_mail").query(Long.class).single();
    }

    List<Mail> all() {
        return store.search(new MailQuery("", "", "", "")).mails();
    }

    static InboxProperties properties(String... settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        source.put("amends.inbox.types", "image/*,application/pdf,text/plain");
        source.put("amends.inbox.addresses", "service@amends.example");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            source.put("amends.inbox." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Binder(source).bindOrCreate("amends.inbox", InboxProperties.class);
    }

    /** A clock that a test moves. */
    static final class Watch extends Clock {

        private volatile Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
