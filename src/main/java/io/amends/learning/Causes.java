package io.amends.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The causes found so far, counted to see what keeps coming back (K-10, K-19). */
@Repository
public class Causes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Causes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param share 1 to 100, in per cent; the rest lies with the other party
     * @throws IllegalArgumentException when a rest is left and nobody bears it
     */
    @Transactional
    public void record(String caseNumber, String cause, String party, int share, @Nullable String otherParty) {
        if (share < 100 && otherParty == null) {
            throw new IllegalArgumentException("Shares of responsibility must sum to 100 %");
        }
        jdbc.sql("delete from complaint_cause where case_number = ?")
                .param(caseNumber)
                .update();
        jdbc.sql("insert into complaint_cause (case_number, cause, party, share, other_party, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        cause,
                        party,
                        share,
                        share < 100 ? otherParty : null,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many cases of the last days had this cause, this one included. */
    public int seen(String cause, Duration within) {
        return jdbc.sql("select count(*) from complaint_cause where cause = ? and recorded_at >= ?")
                .params(cause, clock.instant().minus(within).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
