package io.amends.lostcustomer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table of lost customers keeps of the offer (L-9). */
@Repository
class OfferTable {

    private final JdbcClient jdbc;

    OfferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount what it costs the house */
    void prepared(String caseNumber, String kind, BigDecimal amount) {
        jdbc.sql("update lost_customer set offer_kind = ?, offer_amount = ? where case_number = ?")
                .params(kind, amount, caseNumber)
                .update();
    }

    /** The customer has been told. */
    void made(String caseNumber, Instant at) {
        jdbc.sql("update lost_customer set offered_at = ? where case_number = ?")
                .params(at.atOffset(ZoneOffset.UTC), caseNumber)
                .update();
    }

    /**
     * The first answer counts.
     *
     * @param answer {@code accepted}, {@code declined} or {@code expired}
     * @param why it was declined, or null
     */
    void answered(String caseNumber, String answer, @Nullable String why, Instant at) {
        jdbc.sql("update lost_customer set offer_answer = ?, offer_declined_why = ?, answered_at = ?"
                        + " where case_number = ? and offer_answer is null")
                .params(answer, why, at.atOffset(ZoneOffset.UTC), caseNumber)
                .update();
    }

    /** Why the offer was declined, where that was said. */
    Optional<String> declinedWhy(String caseNumber) {
        return jdbc.sql("select offer_declined_why from lost_customer where case_number = ?"
                        + " and offer_declined_why is not null")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }
}
