package io.amends.lostcustomer;

import io.amends.lostcustomer.LostCustomer.Offer;
import io.amends.lostcustomer.LostCustomer.Reported;
import io.amends.lostcustomer.LostCustomer.Talk;
import io.amends.lostcustomer.LostCustomer.Value;
import io.amends.lostcustomer.LostCustomer.Worth;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of lost customers; the talk's and the offer's columns are written by the classes of those steps. */
@Repository
class LostCustomerTable {

    private final JdbcClient jdbc;

    LostCustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LostCustomer> find(String caseNumber) {
        return jdbc.sql("select * from lost_customer where case_number = ?")
                .param(caseNumber)
                .query(LostCustomerTable::lostCustomer)
                .optional();
    }

    /** Number of the case that runs for a customer. */
    Optional<String> runningOf(String customerNumber) {
        return jdbc.sql("select case_number from lost_customer_running where customer_number = ?")
                .param(customerNumber)
                .query(String.class)
                .optional();
    }

    /** Lets those who take the same customer in wait for each other, on all nodes, until the transaction ends. */
    void lock(String customerNumber) {
        jdbc.sql("select number from customer where number = ? for update")
                .param(customerNumber)
                .query(String.class)
                .optional();
    }

    /** Number of the case that took the same signal about the same thing up before. */
    Optional<String> takenUp(String customerNumber, Signal signal, String reference) {
        return jdbc.sql(
                        "select case_number from lost_customer where customer_number = ? and signal = ? and reference = ?")
                .params(customerNumber, signal.code(), reference)
                .query(String.class)
                .optional();
    }

    /** Cases that run and are linked with this complaint. */
    List<String> runningWith(String complaintCase) {
        return jdbc.sql("select case_number from lost_customer where complaint_case = ? and closed_at is null"
                        + " order by case_number")
                .param(complaintCase)
                .query(String.class)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when a recovery runs for that customer already */
    void run(String customerNumber, String caseNumber) {
        jdbc.sql("insert into lost_customer_running (customer_number, case_number) values (?, ?)")
                .params(customerNumber, caseNumber)
                .update();
    }

    void ran(String caseNumber) {
        jdbc.sql("delete from lost_customer_running where case_number = ?")
                .param(caseNumber)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the same signal about the same thing was taken up before */
    void add(String caseNumber, NewLostCustomer lost, Reported reported, Value value, Instant openedAt) {
        jdbc.sql("""
                        insert into lost_customer (case_number, customer_number, signal, reference, scan_id, note, registered_by,
                            opened_at, reported, ending_kind, ends_on, value_tier, yearly_value, lifetime_value,
                            second_lifetime_value, assumptions_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber,
                        lost.customerNumber(),
                        lost.signal().code(),
                        lost.reference(),
                        lost.scanId(),
                        lost.note(),
                        lost.registeredBy(),
                        utc(openedAt),
                        reported.what(),
                        reported.endingKind(),
                        reported.endsOn(),
                        value.tier(),
                        value.yearly(),
                        value.lifetime(),
                        value.secondLifetime(),
                        value.assumptionsVersion())
                .update();
    }

    /** Adds to the note of a case what was heard besides, as far as it fits. */
    void addNote(String caseNumber, String more) {
        jdbc.sql(
                        "update lost_customer set note = substring(case when note is null then ? else note || ? end from 1 for 2000)"
                                + " where case_number = ?")
                .params(more, "\n\n" + more, caseNumber)
                .update();
    }

    void propose(String caseNumber, String reason) {
        jdbc.sql("update lost_customer set proposed_reason = ? where case_number = ?")
                .params(reason, caseNumber)
                .update();
    }

    void confirm(String caseNumber, String reason, @Nullable String note) {
        jdbc.sql("update lost_customer set confirmed_reason = ?, reason_note = ? where case_number = ?")
                .params(reason, note, caseNumber)
                .update();
    }

    void holdOut(String caseNumber, boolean holdOut) {
        jdbc.sql("update lost_customer set hold_out = ? where case_number = ?")
                .params(holdOut, caseNumber)
                .update();
    }

    void decide(String caseNumber, String decision, Instant at) {
        jdbc.sql("update lost_customer set decision = ?, decided_at = ? where case_number = ?")
                .params(decision, utc(at), caseNumber)
                .update();
    }

    void link(String caseNumber, String complaintCase) {
        jdbc.sql("update lost_customer set complaint_case = ? where case_number = ?")
                .params(complaintCase, caseNumber)
                .update();
    }

    /**
     * Cases that run, in which nothing was offered yet, of these customers who bought something after they opened; who is left
     * alone for comparison is only watched. One query, however many customers.
     */
    List<BoughtAgain> boughtAgain(Collection<String> customerNumbers) {
        return jdbc.sql("""
                        select l.case_number, min(p.bought_at) as first_bought_at from lost_customer_running r
                        join lost_customer l on l.case_number = r.case_number
                        join purchase p on p.customer_number = r.customer_number
                            and p.bought_at > l.opened_at and p.house_amount > 0
                        where r.customer_number in (:customers) and l.came_back_at is null and l.offered_at is null
                            and l.decision in ('pursue', 'fix-first')
                        group by l.case_number order by l.case_number""")
                .param("customers", customerNumbers)
                .query((rs, n) ->
                        new BoughtAgain(rs.getString(1), Objects.requireNonNull(instant(rs, "first_bought_at"))))
                .list();
    }

    /** @param at when they first did after the case had opened */
    record BoughtAgain(String caseNumber, Instant at) {}

    /** The first yes counts. */
    void cameBack(String caseNumber, Instant at) {
        jdbc.sql("update lost_customer set came_back_at = ? where case_number = ? and came_back_at is null")
                .params(utc(at), caseNumber)
                .update();
    }

    void watch(String caseNumber, Instant until) {
        jdbc.sql("update lost_customer set watched_until = ? where case_number = ?")
                .params(utc(until), caseNumber)
                .update();
    }

    /** @param repurchase what they bought since, cancellations taken off */
    void watched(String caseNumber, boolean regained, BigDecimal repurchase) {
        jdbc.sql("update lost_customer set regained = ?, repurchase = ? where case_number = ?")
                .params(regained, repurchase, caseNumber)
                .update();
    }

    /** @param minutes that a person worked on the case in one step */
    void addMinutes(String caseNumber, int minutes) {
        jdbc.sql("update lost_customer set minutes = coalesce(minutes, 0) + ? where case_number = ?")
                .params(minutes, caseNumber)
                .update();
    }

    void evaluate(String caseNumber, Worth worth, int letters) {
        jdbc.sql("""
                        update lost_customer set letters = ?, benefit_repurchase = ?, benefit_replacement = ?, benefit_referral = ?,
                            benefit_learnt = ?, cost_people = ?, cost_offer = ?, cost_letters = ?, cost_losses = ?
                        where case_number = ?""")
                .params(
                        letters,
                        worth.repurchase(),
                        worth.replacement(),
                        worth.referral(),
                        worth.learnt(),
                        worth.people(),
                        worth.offer(),
                        worth.letters(),
                        worth.losses(),
                        caseNumber)
                .update();
    }

    void close(String caseNumber, String outcome, Instant at) {
        jdbc.sql("update lost_customer set outcome = ?, closed_at = ? where case_number = ?")
                .params(outcome, utc(at), caseNumber)
                .update();
    }

    private static LostCustomer lostCustomer(ResultSet rs, int row) throws SQLException {
        return new LostCustomer(
                rs.getString("case_number"),
                rs.getString("customer_number"),
                Signal.of(rs.getString("signal")),
                rs.getString("reference"),
                rs.getObject("scan_id", Long.class),
                rs.getString("note"),
                rs.getString("registered_by"),
                Objects.requireNonNull(instant(rs, "opened_at")),
                new Reported(
                        rs.getString("reported"),
                        rs.getString("ending_kind"),
                        rs.getObject("ends_on", LocalDate.class)),
                new Value(
                        rs.getString("value_tier"),
                        rs.getBigDecimal("yearly_value"),
                        rs.getBigDecimal("lifetime_value"),
                        rs.getBigDecimal("second_lifetime_value"),
                        rs.getInt("assumptions_version")),
                rs.getString("proposed_reason"),
                rs.getString("confirmed_reason"),
                rs.getBoolean("hold_out"),
                rs.getString("decision"),
                instant(rs, "decided_at"),
                rs.getString("complaint_case"),
                new Talk(rs.getInt("tries"), instant(rs, "reached_at"), rs.getString("talk_result")),
                new Offer(
                        rs.getString("offer_kind"),
                        rs.getBigDecimal("offer_amount"),
                        instant(rs, "offered_at"),
                        rs.getString("offer_answer"),
                        instant(rs, "answered_at")),
                instant(rs, "came_back_at"),
                instant(rs, "watched_until"),
                rs.getObject("regained", Boolean.class),
                rs.getBigDecimal("repurchase"),
                rs.getObject("minutes", Integer.class),
                rs.getObject("letters", Integer.class),
                worth(rs),
                rs.getString("outcome"),
                instant(rs, "closed_at"));
    }

    private static @Nullable Worth worth(ResultSet rs) throws SQLException {
        return rs.getBigDecimal("benefit_repurchase") == null
                ? null
                : new Worth(
                        rs.getBigDecimal("benefit_repurchase"),
                        rs.getBigDecimal("benefit_replacement"),
                        rs.getBigDecimal("benefit_referral"),
                        rs.getBigDecimal("benefit_learnt"),
                        rs.getBigDecimal("cost_people"),
                        rs.getBigDecimal("cost_offer"),
                        rs.getBigDecimal("cost_letters"),
                        rs.getBigDecimal("cost_losses"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
