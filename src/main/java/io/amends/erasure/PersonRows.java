package io.amends.erasure;

import io.amends.customer.CustomerEraser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tells of a person beyond their cases: the entry in the directory, words on contacts with them, mail that is on no case. */
@Component
class PersonRows {

    private static final String MARKER = "'erased'";

    private final JdbcClient jdbc;
    private final CustomerEraser customers;

    PersonRows(JdbcClient jdbc, CustomerEraser customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** Rows by table; tables without any are missing. */
    Map<String, Integer> count(Person person) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String number = person.customerNumber();
        if (number != null) {
            counts.putAll(customers.count(number));
            statements()
                    .forEach(one -> add(
                            counts,
                            one.table(),
                            jdbc.sql("select count(*) from " + one.table() + " where " + one.where())
                                    .param("number", number)
                                    .query(Integer.class)
                                    .single()));
        }
        add(counts, "inbox_mail", mails(person.mails()).size());
        return counts;
    }

    /** @return what {@link #count} said before */
    Map<String, Integer> erase(Person person) {
        Map<String, Integer> counts = count(person);
        String number = person.customerNumber();
        if (number != null) {
            customers.erase(number);
            statements()
                    .forEach(one -> jdbc.sql("update " + one.table() + " set " + one.sets() + " where " + one.where())
                            .param("number", number)
                            .update());
        }
        mails(person.mails()).forEach(this::eraseMail);
        return counts;
    }

    /** Of contacts on cases the cases' own rows are erased with the cases. */
    private static List<Statement> statements() {
        return List.of(
                new Statement(
                        "customer_contact",
                        "what = " + MARKER,
                        "customer_number = :number and case_number is null and what <> " + MARKER),
                new Statement("contact_change", "reason = null", "customer_number = :number and reason is not null"));
    }

    private List<String> mails(Set<String> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : jdbc.sql("select number from inbox_mail where case_number is null and lower(sender) in (:mails)"
                                + " order by number")
                        .param("mails", addresses)
                        .query(String.class)
                        .list();
    }

    /** The mail stays on the list, so that the same one is not taken in again. */
    private void eraseMail(String number) {
        jdbc.sql(
                        "update inbox_mail set sender = null, sender_name = null, party = null, party_domain = null, recipients = '',"
                                + " subject = 'erased', how = null, why = null, body_text = 'erased', quoted = '' where number = ?")
                .param(number)
                .update();
        jdbc.sql("update inbox_attachment set name = 'erased' where mail_number = ?")
                .param(number)
                .update();
        jdbc.sql("delete from inbox_piece where mail_number = ?").param(number).update();
        List<String> processes =
                new ArrayList<>(jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
                        .param(number)
                        .query(String.class)
                        .list());
        for (String process : processes) {
            for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL")) {
                jdbc.sql("update " + table + " set TEXT_ = null, TEXT2_ = null where PROC_INST_ID_ = ? and NAME_ in"
                                + " ('senderName', 'senderMail', 'subject', 'narrative', 'asideNote')")
                        .param(process)
                        .update();
            }
        }
    }

    private static void add(Map<String, Integer> counts, String table, int rows) {
        if (rows > 0) {
            counts.put(table, rows);
        }
    }

    private record Statement(String table, String sets, String where) {}
}
