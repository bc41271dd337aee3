package io.amends.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How clocks begin, begin again and are set anew (C-3, C-9). Whoever calls holds the lock of the case. */
@Component
class ClockStarter {

    private static final String SET_ANEW = "set-anew";
    private static final String STARTED_AGAIN = "started-again";

    private final ClockTable table;
    private final PauseTable pauses;
    private final ClockRules rules;
    private final Reckoning reckoning;
    private final HouseClock clock;
    private final ClockChanges changes;

    ClockStarter(
            ClockTable table,
            PauseTable pauses,
            ClockRules rules,
            Reckoning reckoning,
            HouseClock clock,
            ClockChanges changes) {
        this.table = table;
        this.pauses = pauses;
        this.rules = rules;
        this.reckoning = reckoning;
        this.clock = clock;
        this.changes = changes;
    }

    void start(ClockStart start) {
        ClockTerms terms = terms(start, null).orElseThrow(() -> noTime(start));
        Optional<ClockRow> known = table.find(start.caseNumber(), start.name());
        if (known.isEmpty()) {
            begin(start, terms);
        } else if (known.get().clock().running()) {
            setAnew(known.get(), terms);
        } else if (known.get().clock().met() == null) {
            again(known.get().clock(), terms);
        }
    }

    /**
     * Starts the clock of a step, again when it ran for an earlier step of that name; one that runs is only followed.
     *
     * @param task whose completion meets the clock
     * @return the times of the step; those of a clock that has ended when nothing grants it time anew
     */
    ClockTimes startStep(ClockStart start, String task) {
        Optional<ClockRow> known = table.find(start.caseNumber(), start.name());
        if (known.isPresent() && known.get().clock().running()) {
            return ClockTimes.of(known.get().clock());
        }
        Optional<ClockTerms> terms = terms(start, task);
        if (known.isEmpty()) {
            return begin(start, terms.orElseThrow(() -> noTime(start)));
        }
        CaseClock ended = known.get().clock();
        return terms.isPresent() ? again(ended, terms.get()) : ClockTimes.of(ended);
    }

    /** As asked, also where it was met. */
    void promiseAnew(ClockStart start) {
        ClockTerms terms = terms(start, null).orElseThrow(() -> noTime(start));
        Optional<ClockRow> known = table.find(start.caseNumber(), start.name());
        if (known.isEmpty()) {
            begin(start, terms);
        } else {
            again(known.get().clock(), terms);
        }
    }

    /** From now, with the time it had. */
    void startAgain(ClockRow known) {
        ClockTerms old = known.terms();
        ClockRule rule = rules.of(known.clock().rule());
        again(
                known.clock(),
                new ClockTerms(old.holder(), old.task(), clock.instant(), old.budget(), old.until(), rule));
    }

    private Optional<ClockTerms> terms(ClockStart start, @Nullable String task) {
        ClockRule rule = rules.of(CaseClock.rule(start.name()));
        Instant until = start.until();
        Budget granted = start.budget() == null && until == null ? rule.budget() : start.budget();
        if (granted == null && until == null) {
            return Optional.empty();
        }
        Instant from = start.from().truncatedTo(ChronoUnit.MILLIS);
        return Optional.of(new ClockTerms(start.holder(), task, from, granted, until, rule));
    }

    private static IllegalArgumentException noTime(ClockStart start) {
        return new IllegalArgumentException("The clock '" + start.name() + "' is granted no time: " + ClockProcess.RULES
                + " has none, nor does whoever starts it name one");
    }

    private ClockTimes begin(ClockStart start, ClockTerms terms) {
        ClockTimes times = times(start.caseNumber(), terms);
        table.insert(start.caseNumber(), start.name(), terms, times);
        changes.changed(start.caseNumber());
        return times;
    }

    private ClockTimes again(CaseClock before, ClockTerms terms) {
        ClockTimes times = times(before.caseNumber(), terms);
        table.keep(before, clock.instant(), STARTED_AGAIN);
        table.replace(before, before.occurrence() + 1, terms, times, null, null);
        changes.moved(before.caseNumber());
        return times;
    }

    // C-3: from the original start; what was promised before stays in the record. C-9: who was called is called again
    // when the deadline, which lies ahead now, passes once more
    private void setAnew(ClockRow known, ClockTerms asked) {
        CaseClock before = known.clock();
        ClockTerms old = known.terms();
        boolean sameTime = Objects.equals(old.budget(), asked.budget()) && Objects.equals(old.until(), asked.until());
        if (sameTime && old.holder().equals(asked.holder())) {
            return;
        }
        ClockTerms terms =
                new ClockTerms(asked.holder(), old.task(), old.start(), asked.budget(), asked.until(), asked.rule());
        ClockTimes times = times(before.caseNumber(), terms);
        Instant reached = times.pausedSince() == null ? clock.instant() : times.pausedSince();
        Instant warned = stillPast(before.warned(), times.warnAt(), reached);
        Instant breached = stillPast(before.breached(), times.escalateAt(), reached);
        boolean takenBack = !Objects.equals(warned, before.warned()) || !Objects.equals(breached, before.breached());
        if (!sameTime) {
            table.keep(before, clock.instant(), SET_ANEW);
        }
        table.replace(before, before.occurrence() + (takenBack ? 1 : 0), terms, times, warned, breached);
        changes.moved(before.caseNumber());
    }

    private static @Nullable Instant stillPast(@Nullable Instant told, @Nullable Instant threshold, Instant reached) {
        return threshold == null || threshold.isAfter(reached) ? null : told;
    }

    private ClockTimes times(String caseNumber, ClockTerms terms) {
        List<Pause> stood = pauses.spans(caseNumber);
        return reckoning.times(terms, stood);
    }
}
