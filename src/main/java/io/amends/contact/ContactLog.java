package io.amends.contact;

import static io.amends.contact.Sql.moment;
import static io.amends.contact.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of contacts: who approached a customer, when and by which way (L-2). */
@Repository
class ContactLog {

    private static final int LONGEST_WORDS = 500;

    private final JdbcClient jdbc;

    ContactLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ContactRow contact) {
        jdbc.sql("""
                        insert into customer_contact (customer_number, case_number, contacted_at, channel, department, who, what,
                            letter_id, came_back) values (?, ?, ?, ?, ?, ?, ?, ?, false)""")
                .params(
                        contact.customerNumber(),
                        contact.caseNumber(),
                        utc(contact.at()),
                        contact.channel(),
                        contact.department(),
                        contact.who(),
                        Sql.cut(contact.what(), LONGEST_WORDS),
                        contact.letterId())
                .update();
    }

    boolean hasLetter(UUID letterId) {
        return jdbc.sql("select count(*) from customer_contact where letter_id = ?")
                        .param(letterId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The letter reached nobody, so that it was no contact. */
    void cameBack(UUID letterId) {
        jdbc.sql("update customer_contact set came_back = true where letter_id = ?")
                .param(letterId)
                .update();
    }

    /** What was written and said for a case was with this customer. */
    void identified(String caseNumber, String customerNumber) {
        jdbc.sql("update customer_contact set customer_number = ? where case_number = ?")
                .params(customerNumber, caseNumber)
                .update();
    }

    /** Of these, at most a thousand, the customers with whom anybody had contact after a moment. */
    Set<String> contactedAfter(List<String> customerNumbers, Instant moment) {
        return new HashSet<>(jdbc.sql("select distinct customer_number from customer_contact"
                        + " where customer_number in (:numbers) and contacted_at > :moment and came_back = false")
                .param("numbers", customerNumbers)
                .param("moment", utc(moment))
                .query(String.class)
                .list());
    }

    /** The last contact that another case, or nobody's case, had with the customer. */
    Optional<Instant> lastByOthers(String customerNumber, String caseNumber) {
        return jdbc.sql(
                        "select contacted_at from customer_contact where customer_number = ? and came_back = false"
                                + " and (case_number is null or case_number <> ?) order by contacted_at desc fetch first 1 rows only")
                .params(customerNumber, caseNumber)
                .query((row, n) -> moment(row, "contacted_at"))
                .optional();
    }

    boolean hasContactAfter(String caseNumber, Instant moment) {
        return jdbc.sql("select count(*) from customer_contact where case_number = ? and contacted_at > ?"
                                + " and came_back = false")
                        .params(caseNumber, utc(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Newest first. */
    List<ContactRow> of(String customerNumber, Instant since, int atMost) {
        return jdbc.sql("select * from customer_contact where customer_number = ? and contacted_at >= ?"
                        + " order by contacted_at desc, id desc fetch first ? rows only")
                .params(customerNumber, utc(since), atMost)
                .query(ContactLog::row)
                .list();
    }

    /** Oldest first. */
    List<ContactRow> ofCase(String caseNumber) {
        return jdbc.sql("select * from customer_contact where case_number = ? order by contacted_at, id")
                .param(caseNumber)
                .query(ContactLog::row)
                .list();
    }

    private static ContactRow row(ResultSet row, int number) throws SQLException {
        return new ContactRow(
                row.getString("customer_number"),
                row.getString("case_number"),
                moment(row, "contacted_at"),
                row.getString("channel"),
                row.getString("department"),
                row.getString("who"),
                row.getString("what"),
                row.getObject("letter_id", UUID.class),
                row.getBoolean("came_back"));
    }

    /**
     * One contact.
     *
     * @param customerNumber null while nobody knows which customer the case is about
     * @param channel code of a {@link Channel}, or {@code counter}
     * @param department group, or null for a letter
     * @param who user id, or null for a letter
     * @param what in words; of a letter its name
     */
    record ContactRow(
            @Nullable String customerNumber,
            @Nullable String caseNumber,
            Instant at,
            String channel,
            @Nullable String department,
            @Nullable String who,
            String what,
            @Nullable UUID letterId,
            boolean cameBack) {}
}
