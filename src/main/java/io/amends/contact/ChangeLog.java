package io.amends.contact;

import static io.amends.contact.Sql.moment;
import static io.amends.contact.Sql.utc;

import io.amends.customer.AskedNotToBeContacted;
import io.amends.staff.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of changes to what a customer allows and wishes: who, when, what and why (A-1, L-2). */
@Repository
class ChangeLog {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    void add(String customerNumber, @Nullable String who, String what, @Nullable String reason) {
        jdbc.sql("insert into contact_change (customer_number, changed_at, changed_by, what, reason)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        customerNumber,
                        utc(clock.instant()),
                        who,
                        what,
                        reason == null ? null : Sql.cut(reason, LONGEST_REASON))
                .update();
    }

    /** Whoever notes that a customer wants to be left alone, on this page, in a task or by a link, it stands here. */
    @EventListener
    void asked(AskedNotToBeContacted wish) {
        add(wish.customerNumber(), people.acting().orElse(null), "Not to be contacted any more", wish.reason());
    }

    /** Newest first. */
    List<ChangeRow> of(String customerNumber, int atMost) {
        return jdbc.sql("select changed_at, changed_by, what, reason from contact_change where customer_number = ?"
                        + " order by changed_at desc, id desc fetch first ? rows only")
                .params(customerNumber, atMost)
                .query((row, n) -> new ChangeRow(
                        moment(row, "changed_at"),
                        row.getString("changed_by"),
                        row.getString("what"),
                        row.getString("reason")))
                .list();
    }

    /** @param who user id, or null when no member of staff did it */
    record ChangeRow(
            Instant at,
            @Nullable String who,
            String what,
            @Nullable String reason) {}
}
