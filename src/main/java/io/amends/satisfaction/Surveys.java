package io.amends.satisfaction;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.contact.Channel;
import io.amends.contact.ContactPolicy;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Satisfaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Surveys asked and answered: one for each recovery episode, and not too often for one person (K-16). */
@Service
public class Surveys {

    private final SurveyTable table;
    private final Clock clock;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final ContactPolicy policy;

    Surveys(SurveyTable table, Clock clock, CaseFiles cases, CustomerDirectory customers, ContactPolicy policy) {
        this.table = table;
        this.clock = clock;
        this.cases = cases;
        this.customers = customers;
        this.policy = policy;
    }

    /**
     * Keeps that the person is asked now, unless they were within that time, whatever the case.
     *
     * @return whether they may be asked
     */
    @Transactional
    public boolean ask(String caseNumber, int episode, Duration atMostEvery) {
        Optional<Customer> customer = customerOf(caseNumber);
        SurveyedPerson person = SurveyedPerson.of(
                customer.map(Customer::number).orElse(null),
                cases.mailOf(caseNumber).orElse(null),
                customer.map(Customer::mail).orElse(null));
        table.lock(person);
        if (table.askedAfter(person, clock.instant().minus(atMostEvery))) {
            return false;
        }
        table.asked(caseNumber, episode, person, clock.instant());
        return true;
    }

    /** Whether nothing keeps us from asking the customer of a case by this channel (L-2). */
    boolean mayContact(String caseNumber, Channel channel) {
        return policy.barred(caseNumber, channel).isEmpty();
    }

    /** Keeps the answer to the last survey of a case, and the score in the customer's record (K-21). A second one changes nothing. */
    @Transactional
    public void answer(String caseNumber, SurveyAnswer answer) {
        if (table.answer(caseNumber, answer, false, clock.instant())) {
            record(caseNumber, answer.score());
        }
    }

    /** Keeps what the customer said when we called because the survey brought no answer, or could not be sent (K-17). */
    @Transactional
    public void told(String caseNumber, int score) {
        table.answer(caseNumber, SurveyAnswer.score(score), true, clock.instant());
        record(caseNumber, score);
    }

    /** Surveys of a case, oldest first. */
    public List<SurveyRow> of(String caseNumber) {
        return table.of(caseNumber);
    }

    private void record(String caseNumber, int score) {
        customerOf(caseNumber)
                .ifPresent(customer ->
                        customers.recordSatisfaction(customer.number(), caseNumber, Satisfaction.Moment.AFTER, score));
    }

    private Optional<Customer> customerOf(String caseNumber) {
        return cases.find(caseNumber).map(CaseFile::customerNumber).flatMap(customers::byNumber);
    }
}
