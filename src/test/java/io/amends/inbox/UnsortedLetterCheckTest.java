package io.amends.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class UnsortedLetterCheckTest {

    @Test
    void a_letter_about_a_mail_that_was_sorted_meanwhile_does_not_leave() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:unsorted;DB_CLOSE_DELAY=-1");
        MailTables tables = new MailTables(database);
        UnsortedLetterCheck check = new UnsortedLetterCheck(tables.store);
        String number = tables.room.take(MailStoreContract.mail("<one@example.org>", "A kettle", "It leaks."));

        tables.store.settle(number, MailState.TO_SORT, null, "No words.");
        assertThat(check.stillWanted(number, "mail-unsorted", "1")).isTrue();
        tables.store.settle(number, MailState.SET_ASIDE, null, "Spam.");

        assertThat(check.stillWanted(number, "mail-unsorted", "1")).isFalse();
        assertThat(check.stillWanted("CMP-2026-000042", "acknowledgement", "1")).isTrue();
    }
}
