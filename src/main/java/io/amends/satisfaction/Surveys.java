package io.amends.satisfaction;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Surveys asked and answered: one for each recovery episode, and not too often for one person (K-16). */
@Repository
public class Surveys {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CaseFiles cases;
    private final CustomerDirectory customers;

    Surveys(JdbcClient jdbc, Clock clock, CaseFiles cases, CustomerDirectory customers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cases = cases;
        this.customers = customers;
    }

    /** Whether this person was asked within that time, whatever the case. */
    public boolean askedWithin(String customerNumber, Duration time) {
        return jdbc.sql("select count(*) from survey where customer_number = ? and asked_at > ?")
                        .params(customerNumber, clock.instant().minus(time).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional
    public void asked(String caseNumber, int episode, @Nullable String customerNumber) {
        jdbc.sql("insert into survey (case_number, episode, customer_number, asked_at) values (?, ?, ?, ?)")
                .params(caseNumber, episode, customerNumber, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps the answer to the last survey of a case, and the score in the customer's record (K-21). */
    @Transactional
    public void answer(
            String caseNumber,
            int score,
            @Nullable Integer time,
            @Nullable Integer reliability,
            @Nullable Integer accuracy,
            @Nullable Integer courtesy,
            @Nullable String word) {
        jdbc.sql("update survey set score = ?, gap_time = ?, gap_reliability = ?, gap_accuracy = ?, gap_courtesy = ?,"
                        + " word = ?, answered_at = ? where answered_at is null and id ="
                        + " (select max(id) from survey where case_number = ?)")
                .params(
                        score,
                        time,
                        reliability,
                        accuracy,
                        courtesy,
                        word,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caseNumber)
                .update();
        cases.find(caseNumber)
                .map(CaseFile::customerNumber)
                .ifPresent(customer -> customers.recordSatisfaction(customer, caseNumber, "after", score));
    }
}
