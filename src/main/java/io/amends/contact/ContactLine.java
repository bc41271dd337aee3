package io.amends.contact;

import static io.amends.contact.Sql.moment;
import static io.amends.contact.Sql.momentOrNull;
import static io.amends.contact.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that want to approach a customer: one may have the contact for a while, the others wait (L-2). */
@Repository
class ContactLine {

    private static final int SLOTS = 32;

    private final JdbcClient jdbc;

    ContactLine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets the cases of one customer in one after the other, on all nodes, until the transaction ends. */
    void lock(String customerNumber) {
        jdbc.sql("select slot from contact_lock where slot = ? for update")
                .param(Math.floorMod(customerNumber.hashCode(), SLOTS))
                .query(Integer.class)
                .single();
    }

    /** Most urgent first. */
    List<Place> of(String customerNumber) {
        return jdbc
                .sql("select * from contact_line where customer_number = ?")
                .param(customerNumber)
                .query(ContactLine::place)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Of these, at most a thousand, the customers whose contact a case has for now. */
    Set<String> taken(List<String> customerNumbers, Instant now) {
        return new HashSet<>(jdbc.sql("select distinct customer_number from contact_line"
                        + " where customer_number in (:numbers) and reserved_until > :now")
                .param("numbers", customerNumbers)
                .param("now", utc(now))
                .query(String.class)
                .list());
    }

    /** The case keeps its place since when it first asked; one whose reservation is over stands in line anew. */
    Place waits(String caseNumber, String customerNumber, int urgency, Instant now) {
        Optional<Place> before = find(caseNumber).filter(place -> place.reservedUntil() == null);
        Place place = new Place(
                caseNumber, customerNumber, urgency, before.map(Place::since).orElse(now), null);
        put(place);
        return place;
    }

    void reserves(String caseNumber, String customerNumber, int urgency, Instant now, Instant until) {
        put(new Place(caseNumber, customerNumber, urgency, now, until));
    }

    void leaves(String caseNumber) {
        jdbc.sql("delete from contact_line where case_number = ?")
                .param(caseNumber)
                .update();
    }

    private Optional<Place> find(String caseNumber) {
        return jdbc.sql("select * from contact_line where case_number = ?")
                .param(caseNumber)
                .query(ContactLine::place)
                .optional();
    }

    private void put(Place place) {
        leaves(place.caseNumber());
        jdbc.sql("insert into contact_line (case_number, customer_number, urgency, since, reserved_until)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        place.caseNumber(),
                        place.customerNumber(),
                        place.urgency(),
                        utc(place.since()),
                        Sql.utcOrNull(place.reservedUntil()))
                .update();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getString("case_number"),
                row.getString("customer_number"),
                row.getInt("urgency"),
                moment(row, "since"),
                momentOrNull(row, "reserved_until"));
    }

    /**
     * A case in line; the one that is before others is the smaller.
     *
     * @param urgency higher goes first
     * @param since when it first asked
     * @param reservedUntil until when it has the contact, or null while it waits
     */
    record Place(
            String caseNumber,
            String customerNumber,
            int urgency,
            Instant since,
            @Nullable Instant reservedUntil) implements Comparable<Place> {

        private static final Comparator<Place> FIRST = Comparator.comparingInt(Place::urgency)
                .reversed()
                .thenComparing(Place::since)
                .thenComparing(Place::caseNumber);

        boolean has(Instant now) {
            return reservedUntil != null && reservedUntil.isAfter(now);
        }

        boolean waits() {
            return reservedUntil == null;
        }

        @Override
        public int compareTo(Place other) {
            return FIRST.compare(this, other);
        }
    }
}
