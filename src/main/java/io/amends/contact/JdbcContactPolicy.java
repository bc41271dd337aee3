package io.amends.contact;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.Clocks;
import io.amends.contact.ContactAnswer.Verdict;
import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Standing;
import io.amends.staff.People;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policy on our own tables. */
@Service
class JdbcContactPolicy implements ContactPolicy {

    static final String COMPLAINT = "complaint";
    private static final String NO_CASE = "unknown";

    private final CustomerDirectory customers;
    private final AssumptionTable assumptions;
    private final CaseFiles cases;
    private final CaseCustomers caseCustomers;
    private final ContactLog contacts;
    private final SkipLog skips;
    private final ContactLine line;
    private final Clocks clocks;
    private final People people;
    private final Clock clock;

    JdbcContactPolicy(
            CustomerDirectory customers,
            AssumptionTable assumptions,
            CaseFiles cases,
            CaseCustomers caseCustomers,
            ContactLog contacts,
            SkipLog skips,
            ContactLine line,
            Clocks clocks,
            People people,
            Clock clock) {
        this.customers = customers;
        this.assumptions = assumptions;
        this.cases = cases;
        this.caseCustomers = caseCustomers;
        this.contacts = contacts;
        this.skips = skips;
        this.line = line;
        this.clocks = clocks;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Map<String, SkipReason> suppressed(Collection<String> customerNumbers) {
        Assumptions figures = assumptions.current();
        Map<String, SkipReason> reasons = new HashMap<>();
        Sql.parts(customerNumbers).forEach(some -> reasons.putAll(suppressed(some, figures)));
        return reasons;
    }

    private Map<String, SkipReason> suppressed(List<String> numbers, Assumptions figures) {
        Instant now = clock.instant();
        Map<String, Standing> standings = customers.standings(numbers);
        Set<String> complaining = cases.withOpenCases(numbers, COMPLAINT);
        Set<String> lately = contacts.contactedAfter(numbers, now.minus(cap(figures)));
        Set<String> taken = line.taken(numbers, now);
        Map<String, SkipReason> reasons = new HashMap<>();
        for (String number : numbers) {
            Reachable reachable = new Reachable(standings.get(number), yesNeeded(figures));
            reachable
                    .forbidden()
                    .or(() -> when(complaining.contains(number), SkipReason.OPEN_COMPLAINT))
                    .or(() -> when(lately.contains(number), SkipReason.CONTACTED_LATELY))
                    .or(() -> when(taken.contains(number), SkipReason.MORE_URGENT_CASE))
                    .or(() -> when(reachable.outOfReach(), reachable.noChannel()))
                    .ifPresent(reason -> reasons.put(number, reason));
        }
        return reasons;
    }

    @Override
    @Transactional
    public ContactAnswer ask(String caseNumber, String customerNumber, int urgency) {
        line.lock(customerNumber);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ContactAnswer answer = answer(caseNumber, customerNumber, urgency, now);
        if (answer.verdict() == Verdict.YES) {
            line.reserves(caseNumber, customerNumber, urgency, now, endOfTomorrow(now));
        } else if (answer.verdict() == Verdict.NEVER) {
            line.leaves(caseNumber);
        }
        SkipReason reason = answer.reason();
        if (reason != null) {
            skips.add(customerNumber, reason, processOf(caseNumber), caseNumber, answer.askAgainAt());
        }
        return answer;
    }

    private ContactAnswer answer(String caseNumber, String customerNumber, int urgency, Instant now) {
        Assumptions figures = assumptions.current();
        Reachable reachable = reachable(customerNumber, figures);
        Optional<SkipReason> forbidden = reachable.forbidden();
        if (forbidden.isPresent()) {
            return never(forbidden.get());
        }
        boolean had = line.of(customerNumber).stream()
                        .anyMatch(place -> place.caseNumber().equals(caseNumber) && place.has(now))
                || contacts.hasContactAfter(caseNumber, now.minus(cap(figures)));
        // in line before anything is decided, so that it keeps its place while it waits for whatever reason
        ContactLine.Place own = had ? null : line.waits(caseNumber, customerNumber, urgency, now);
        if (complains(customerNumber, caseNumber)) {
            return wait(SkipReason.OPEN_COMPLAINT, nextWorkingDay());
        }
        Optional<Instant> capEnds = contacts.lastByOthers(customerNumber, caseNumber)
                .map(last -> last.plus(cap(figures)))
                .filter(end -> end.isAfter(now));
        if (capEnds.isPresent()) {
            return wait(SkipReason.CONTACTED_LATELY, fullSecond(capEnds.get()));
        }
        if (behindAnother(caseNumber, customerNumber, own, now)) {
            return wait(SkipReason.MORE_URGENT_CASE, nextWorkingDay());
        }
        return reachable.outOfReach()
                ? never(reachable.noChannel())
                : new ContactAnswer(Verdict.YES, reachable.channels(), null, null);
    }

    private boolean complains(String customerNumber, String caseNumber) {
        return cases.openCasesOf(customerNumber, COMPLAINT).stream()
                .anyMatch(complaint -> !complaint.number().equals(caseNumber));
    }

    /** @param own the place of the case in line, or null when it has the contact already */
    private boolean behindAnother(
            String caseNumber, String customerNumber, ContactLine.@Nullable Place own, Instant now) {
        boolean behind = false;
        for (ContactLine.Place other : line.of(customerNumber)) {
            if (other.caseNumber().equals(caseNumber)) {
                continue;
            }
            if (over(other.caseNumber())) {
                line.leaves(other.caseNumber());
            } else if (other.has(now)) {
                behind = true;
            } else if (own != null && other.waits() && other.compareTo(own) < 0) {
                behind = true;
            }
        }
        return behind;
    }

    /** A case that ended without a word does not keep its place. */
    private boolean over(String caseNumber) {
        return cases.find(caseNumber)
                .filter(file -> file.state().equals("open"))
                .isEmpty();
    }

    @Override
    @Transactional
    public Optional<SkipReason> barred(String caseNumber, Channel channel) {
        List<String> numbers = caseCustomers.of(caseNumber);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Standing> standings = customers.standings(numbers);
        for (String number : numbers) {
            Reachable reachable = new Reachable(standings.get(number), false);
            Optional<SkipReason> reason = reachable
                    .forbidden()
                    .or(() -> when(reachable.refused(channel), SkipReason.NO_CONSENT))
                    .or(() -> when(
                            reachable.comesBack(channel) && writesThere(caseNumber, number),
                            SkipReason.BOUNCED_ADDRESS));
            if (reason.isPresent()) {
                skips.add(number, reason.get(), processOf(caseNumber), caseNumber, null);
                return reason;
            }
        }
        return Optional.empty();
    }

    /** Whether letters of the case go to the customer's own address; it may have come with another. */
    private boolean writesThere(String caseNumber, String customerNumber) {
        String own = customers.byNumber(customerNumber).map(Customer::mail).orElse("");
        return cases.mailOf(caseNumber).map(own::equalsIgnoreCase).orElse(true);
    }

    @Override
    public boolean open(String customerNumber, Channel channel) {
        Reachable reachable = reachable(customerNumber, assumptions.current());
        return reachable.forbidden().isEmpty() && reachable.channels().contains(channel);
    }

    private Reachable reachable(String customerNumber, Assumptions figures) {
        return new Reachable(customers.standings(List.of(customerNumber)).get(customerNumber), yesNeeded(figures));
    }

    @Override
    public void leaveLine(String caseNumber) {
        line.leaves(caseNumber);
    }

    @Override
    @Transactional
    public void contacted(String customerNumber, String caseNumber, Channel channel, String department, String what) {
        contacts.add(new ContactLog.ContactRow(
                customerNumber,
                caseNumber,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                channel.code(),
                department,
                people.acting().orElse(null),
                what,
                null,
                false));
        line.leaves(caseNumber);
    }

    @Override
    public void skipped(String customerNumber, SkipReason reason, String processKey, @Nullable String caseNumber) {
        skips.add(customerNumber, reason, processKey, caseNumber, null);
    }

    private String processOf(String caseNumber) {
        return cases.find(caseNumber).map(CaseFile::processKey).orElse(NO_CASE);
    }

    private Instant nextWorkingDay() {
        return clocks.businessDays(1).toInstant();
    }

    /** In the house's zone; so a call that was put on tomorrow's list still has the contact. */
    private Instant endOfTomorrow(Instant now) {
        return LocalDate.ofInstant(now, clock.getZone())
                .plusDays(2)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    /** Not before: timers forget what is finer than a millisecond. */
    private static Instant fullSecond(Instant moment) {
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(moment) ? second : second.plusSeconds(1);
    }

    private static Duration cap(Assumptions figures) {
        return Duration.ofDays(figures.whole(Assumption.CONTACT_CAP_DAYS));
    }

    private static boolean yesNeeded(Assumptions figures) {
        return figures.value(Assumption.CONSENT_NEEDED).compareTo(BigDecimal.ZERO) > 0;
    }

    private static Optional<SkipReason> when(boolean so, SkipReason reason) {
        return so ? Optional.of(reason) : Optional.empty();
    }

    private static ContactAnswer never(SkipReason reason) {
        return new ContactAnswer(Verdict.NEVER, Set.of(), reason, null);
    }

    private static ContactAnswer wait(SkipReason reason, Instant askAgainAt) {
        return new ContactAnswer(Verdict.WAIT, Set.of(), reason, askAgainAt);
    }
}
