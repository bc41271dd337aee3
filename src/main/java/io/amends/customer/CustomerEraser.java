package io.amends.customer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes out of the directory who a customer is. The number stays, and so do purchases, agreements and scores with their
 * amounts and days: without the person they tell nobody who it was, and the house's figures need them.
 */
@Component
public class CustomerEraser {

    /** What stands where a name stood. */
    public static final String ERASED = "erased";

    private static final String SOMETHING = """
            (name <> 'erased' or mail is not null or phone is not null or address is not null or contact_hours is not null
             or standing_reason is not null or erased_at is null)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerEraser(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many rows of which table tell who the customer is; tables without any are missing. */
    public Map<String, Integer> count(String customerNumber) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        count(counts, "customer", "number = ? and " + SOMETHING, customerNumber);
        count(counts, "customer_consent", "customer_number = ?", customerNumber);
        return counts;
    }

    /**
     * Nobody is found by the entry any more, and nobody contacts it.
     *
     * @return what {@link #count} said before
     */
    public Map<String, Integer> erase(String customerNumber) {
        Map<String, Integer> counts = count(customerNumber);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        update customer set name = ?, mail = null, phone = null, address = null, contact_hours = null,
                            standing_reason = null, mail_bounced_at = null, language = 'en', do_not_contact = true,
                            do_not_contact_reason = 'The personal data were erased',
                            do_not_contact_since = coalesce(do_not_contact_since, ?), erased_at = coalesce(erased_at, ?)
                        where number = ?""").params(ERASED, now, now, customerNumber).update();
        jdbc.sql("delete from customer_consent where customer_number = ?")
                .param(customerNumber)
                .update();
        return counts;
    }

    /** Whether the customer's data were erased. */
    public boolean erased(String customerNumber) {
        return jdbc.sql("select count(*) from customer where number = ? and erased_at is not null")
                        .param(customerNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void count(Map<String, Integer> counts, String table, String where, String customerNumber) {
        int rows = jdbc.sql("select count(*) from " + table + " where " + where)
                .param(customerNumber)
                .query(Integer.class)
                .single();
        if (rows > 0) {
            counts.put(table, rows);
        }
    }
}
