package io.amends.erasure;

import io.amends.customer.CustomerEraser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tells of a person beyond their cases: the entry in the directory, words on contacts with them, mail that is on no case. */
@Component
class PersonRows {

    private static final String FROM_THEM =
            " from inbox_mail m where m.case_number is null and lower(m.sender) in (:mails)";
    private static final String AT_WORK = " (m.next_try_at is not null or exists (select 1 from ACT_HI_PROCINST p"
            + " where p.BUSINESS_KEY_ = m.number and p.END_TIME_ is null))";

    /** Of contacts on cases, the cases' own rows are erased with the cases. */
    private static final List<Statement> STATEMENTS = List.of(
            new Statement(
                    "customer_contact",
                    "what = 'erased'",
                    "customer_number = :number and case_number is null and what <> 'erased'"),
            new Statement("contact_change", "reason = null", "customer_number = :number and reason is not null"));

    private final JdbcClient jdbc;
    private final CustomerEraser customers;
    private final ObjectProvider<PersonTraces> traces;

    PersonRows(JdbcClient jdbc, CustomerEraser customers, ObjectProvider<PersonTraces> traces) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.traces = traces;
    }

    /** Rows by table; tables without any are missing. */
    Map<String, Integer> count(Person person) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String number = person.customerNumber();
        if (number != null) {
            counts.putAll(customers.count(number));
            STATEMENTS.forEach(one -> add(
                    counts,
                    one.table(),
                    jdbc.sql("select count(*) from " + one.table() + " where " + one.where())
                            .param("number", number)
                            .query(Integer.class)
                            .single()));
        }
        add(counts, "inbox_mail", mails(person.mails(), false).size());
        traces.orderedStream().forEach(one -> counts.putAll(one.count(person.identifiers())));
        return counts;
    }

    /** @return what {@link #count} said before */
    Map<String, Integer> erase(Person person) {
        Map<String, Integer> counts = count(person);
        String number = person.customerNumber();
        if (number != null) {
            customers.erase(number);
            STATEMENTS.forEach(one -> jdbc.sql("update " + one.table() + " set " + one.sets() + " where " + one.where())
                    .param("number", number)
                    .update());
        }
        mails(person.mails(), false).forEach(this::eraseMail);
        traces.orderedStream().forEach(one -> one.erase(person.identifiers()));
        return counts;
    }

    /** Numbers of mails of theirs that still wait to be brought somewhere. */
    List<String> atWork(Person person) {
        return mails(person.mails(), true);
    }

    private List<String> mails(Set<String> addresses, boolean atWork) {
        return addresses.isEmpty()
                ? List.of()
                : jdbc.sql("select m.number" + FROM_THEM + " and" + (atWork ? "" : " not") + AT_WORK
                                + " and m.subject <> 'erased' order by m.number")
                        .param("mails", addresses)
                        .query(String.class)
                        .list();
    }

    /** The mail stays on the list, so that the same one is not taken in again. */
    private void eraseMail(String number) {
        jdbc.sql("update inbox_mail set sender = null, sender_name = null, party = null, party_domain = null,"
                        + " recipients = '', subject = 'erased', how = null, why = null, body_text = 'erased', quoted = ''"
                        + " where number = ?")
                .param(number)
                .update();
        jdbc.sql("update inbox_attachment set name = 'erased' where mail_number = ?")
                .param(number)
                .update();
        jdbc.sql("delete from inbox_piece where mail_number = ?").param(number).update();
        // what whoever sorted it typed
        for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            jdbc.sql("update " + table + " set TEXT_ = null, TEXT2_ = null where PROC_INST_ID_ in"
                            + " (select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?)"
                            + " and NAME_ in ('senderName', 'senderMail', 'narrative', 'asideNote')")
                    .param(number)
                    .update();
        }
    }

    private static void add(Map<String, Integer> counts, String table, int rows) {
        if (rows > 0) {
            counts.put(table, rows);
        }
    }

    private record Statement(String table, String sets, String where) {}
}
