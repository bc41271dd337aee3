package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.contact.Channel;
import io.amends.contact.ContactPolicy;
import io.amends.customer.Agreement;
import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Satisfaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up what the decisions about a lost customer depend on (L-2 to L-6). */
@Component
class LostCustomerFacts {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int SATISFIED = 7;
    private static final Set<String> NOT_SOLVED = Set.of("final-response");
    private static final Map<String, Integer> PRIORITIES = Map.of("A", 60, "B", 40, "C", 20);
    private static final int LEAST = 10;

    private final LostCustomers lostCustomers;
    private final CustomerDirectory customers;
    private final CustomerHistory history;
    private final CaseFiles cases;
    private final ContactPolicy policy;
    private final AssumptionTable assumptions;
    private final Clock clock;

    LostCustomerFacts(
            LostCustomers lostCustomers,
            CustomerDirectory customers,
            CustomerHistory history,
            CaseFiles cases,
            ContactPolicy policy,
            AssumptionTable assumptions,
            Clock clock) {
        this.lostCustomers = lostCustomers;
        this.customers = customers;
        this.history = history;
        this.cases = cases;
        this.policy = policy;
        this.assumptions = assumptions;
        this.clock = clock;
    }

    Facts of(String caseNumber) {
        LostCustomer lost = lostCustomers.find(caseNumber).orElseThrow();
        String customer = lost.customerNumber();
        Assumptions assumed = assumptions.current();
        BigDecimal cost = assumed.value(Assumption.MINUTES_PER_TRY).multiply(assumed.value(Assumption.MINUTE_COST));
        boolean canWrite = policy.open(customer, Channel.MAIL);
        return new Facts(
                lost,
                priority(lost.value().tier()),
                history.purchases(customer),
                cost,
                worthTrying(lost, cost),
                HoldOut.holds(customer, assumed.value(Assumption.HOLD_OUT_PERCENT)),
                hadComplaint(lost),
                accountClosed(lost),
                endingKind(lost),
                canWrite,
                canWrite
                        && !stillOurs(lost)
                        && policy.suppressed(Set.of(customer)).isEmpty(),
                assumed.whole(Assumption.WATCH_DAYS));
    }

    /** Of somebody who never bought nobody knows what they are worth; whoever reported them thinks that they are worth a try. */
    private static boolean worthTrying(LostCustomer lost, BigDecimal cost) {
        return lost.value().tier().equals("none")
                || lost.value().secondLifetime().compareTo(cost) >= 0;
    }

    private static int priority(String tier) {
        return PRIORITIES.getOrDefault(tier, LEAST);
    }

    /** A complaint of the last year that ended at 0 to 6, or that was not solved (L-1). */
    private boolean hadComplaint(LostCustomer lost) {
        Instant aYearAgo = clock.instant().minus(A_YEAR);
        return lost.signal() == Signal.DISSATISFIED
                || cases.casesOf(lost.customerNumber()).stream()
                        .filter(file -> file.processKey().equals("complaint"))
                        .filter(file ->
                                file.closedAt() != null && file.closedAt().isAfter(aYearAgo))
                        .anyMatch(this::endedBadly);
    }

    private boolean endedBadly(CaseFile complaint) {
        if (complaint.outcome() != null && NOT_SOLVED.contains(complaint.outcome())) {
            return true;
        }
        List<Satisfaction> after = customers.satisfactionOf(complaint.number()).stream()
                .filter(score -> score.moment() == Satisfaction.Moment.AFTER)
                .toList();
        return !after.isEmpty() && after.get(after.size() - 1).score() < SATISFIED;
    }

    private boolean accountClosed(LostCustomer lost) {
        return lost.signal() == Signal.CLOSED
                || "closed-account".equals(lost.reported().what())
                || history.accountClosed(lost.customerNumber());
    }

    /** Whose contract still runs is not bid farewell by a table: nobody has decided yet that they go. */
    private boolean stillOurs(LostCustomer lost) {
        return lost.signal() == Signal.ENDING
                || history.runs(lost.reported().endsOn())
                || history.agreementRuns(lost.customerNumber());
    }

    private String endingKind(LostCustomer lost) {
        String reported = lost.reported().endingKind();
        if (reported != null) {
            return reported;
        }
        return lost.signal() == Signal.ENDING
                ? history.agreement(lost.reference()).map(Agreement::kind).orElse("")
                : "";
    }

    /**
     * @param costOfTrying what trying to win them back costs (L-5)
     * @param mayThank whether a farewell may be written now: mail is allowed, nobody else had contact lately, no contract runs
     */
    record Facts(
            LostCustomer lost,
            int priority,
            int purchases,
            BigDecimal costOfTrying,
            boolean worthTrying,
            boolean holdOut,
            boolean hadComplaint,
            boolean accountClosed,
            String endingKind,
            boolean canWrite,
            boolean mayThank,
            int watchDays) {}
}
