package io.amends.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of intake. */
@Repository
class ComplaintTable {

    private final JdbcClient jdbc;

    ComplaintTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Complaint> find(String caseNumber) {
        return jdbc.sql("select * from complaint where case_number = ?")
                .param(caseNumber)
                .query(ComplaintTable::complaint)
                .optional();
    }

    /** The case of a complaint that was taken before. */
    Optional<String> caseOf(String source, String externalId) {
        return jdbc.sql("select case_number from complaint_arrival where source = ? and external_id = ?")
                .params(source, externalId)
                .query(String.class)
                .optional();
    }

    /** Cases of one customer on one subject, newest first. */
    List<String> casesOfMatter(String customerNumber, String subject, int atMost) {
        return jdbc.sql("""
                        select case_number from complaint where customer_number = ? and subject = ?
                        order by taken_at desc, case_number desc fetch first ? rows only""")
                .params(customerNumber, subject, atMost)
                .query(String.class)
                .list();
    }

    void add(Complaint complaint, @Nullable String typedCustomerNumber, Instant takenAt) {
        jdbc.sql("""
                        insert into complaint (case_number, source, external_id, customer_number, typed_customer_number,
                            name, mail, phone, address, asked_for, channel, subject, product, narrative, wish, urgency,
                            needed_by, harm, safety_risk, legal_threat, media_threat, regulator, language, received_at,
                            taken_at, repeat_of)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        complaint.caseNumber(),
                        complaint.source(),
                        complaint.externalId(),
                        complaint.customerNumber(),
                        typedCustomerNumber,
                        complaint.name(),
                        complaint.mail(),
                        complaint.phone(),
                        complaint.address(),
                        complaint.askedFor(),
                        complaint.channel(),
                        complaint.subject(),
                        complaint.product(),
                        complaint.narrative(),
                        complaint.wish(),
                        complaint.urgency(),
                        complaint.neededBy(),
                        complaint.harm(),
                        complaint.safetyRisk(),
                        complaint.legalThreat(),
                        complaint.mediaThreat(),
                        complaint.regulator(),
                        complaint.language(),
                        utc(complaint.receivedAt()),
                        utc(takenAt),
                        complaint.repeatOf())
                .update();
    }

    /** @param joined whether it joined an open case instead of opening one */
    void addArrival(
            String caseNumber,
            String source,
            @Nullable String externalId,
            String channel,
            boolean joined,
            Instant receivedAt) {
        jdbc.sql("""
                        insert into complaint_arrival
                            (case_number, source, external_id, channel, joined, received_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, source, externalId, channel, joined, utc(receivedAt))
                .update();
    }

    void addCandidates(String caseNumber, List<String> customerNumbers) {
        for (var i = 0; i < customerNumbers.size(); i++) {
            jdbc.sql("insert into complaint_candidate (case_number, customer_number, position) values (?, ?, ?)")
                    .params(caseNumber, customerNumbers.get(i), i)
                    .update();
        }
    }

    /** Candidates of a case whose customer is not chosen yet. */
    List<String> candidates(String caseNumber) {
        return jdbc.sql("""
                        select k.customer_number from complaint_candidate k
                        join complaint c on c.case_number = k.case_number
                        where k.case_number = ? and c.customer_number is null order by k.position""").param(caseNumber).query(String.class).list();
    }

    void identify(String caseNumber, String customerNumber) {
        jdbc.sql("update complaint set customer_number = ? where case_number = ? and customer_number is null")
                .params(customerNumber, caseNumber)
                .update();
    }

    void lock(int slot) {
        jdbc.sql("select slot from complaint_lock where slot = ? for update")
                .param(slot)
                .query(Integer.class)
                .single();
    }

    private static Complaint complaint(ResultSet rs, int row) throws SQLException {
        return new Complaint(
                rs.getString("case_number"),
                rs.getString("source"),
                rs.getString("external_id"),
                rs.getString("customer_number"),
                rs.getString("name"),
                rs.getString("mail"),
                rs.getString("phone"),
                rs.getString("address"),
                rs.getString("asked_for"),
                rs.getString("channel"),
                rs.getString("subject"),
                rs.getString("product"),
                rs.getString("narrative"),
                rs.getString("wish"),
                rs.getString("urgency"),
                rs.getObject("needed_by", LocalDate.class),
                rs.getString("harm"),
                rs.getBoolean("safety_risk"),
                rs.getBoolean("legal_threat"),
                rs.getBoolean("media_threat"),
                rs.getBoolean("regulator"),
                rs.getString("language"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getString("repeat_of"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
