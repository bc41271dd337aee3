package io.amends.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change holds the lock of the case, so that a pause, a completion and a timer see each other's outcome. */
@Service
@Transactional
class JdbcCaseClocks implements CaseClocks {

    private static final String SET_ANEW = "set-anew";
    private static final String STARTED_AGAIN = "started-again";
    private static final String CLOSED = "closed";

    private final ClockTable table;
    private final PauseTable pauses;
    private final KeeperTable keepers;
    private final ClockRules rules;
    private final Reckoning reckoning;
    private final BusinessCalendar calendar;
    private final HouseClock clock;
    private final ClockChanges changes;

    JdbcCaseClocks(
            ClockTable table,
            PauseTable pauses,
            KeeperTable keepers,
            ClockRules rules,
            Reckoning reckoning,
            BusinessCalendar calendar,
            HouseClock clock,
            ClockChanges changes) {
        this.table = table;
        this.pauses = pauses;
        this.keepers = keepers;
        this.rules = rules;
        this.reckoning = reckoning;
        this.calendar = calendar;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public void start(ClockStart start) {
        ClockTerms terms = terms(start, null);
        keepers.lockOrAdd(start.caseNumber());
        ClockRow known = table.find(start.caseNumber(), start.name()).orElse(null);
        if (known == null) {
            table.insert(start.caseNumber(), start.name(), terms, times(start.caseNumber(), terms));
        } else if (known.clock().running()) {
            setAnew(known, terms);
        } else if (known.clock().met() == null) {
            startAnew(known.clock(), terms);
        }
        changes.changed(start.caseNumber());
    }

    @Override
    public void startAgain(String caseNumber, String name) {
        if (keepers.lock(caseNumber)) {
            table.find(caseNumber, name).ifPresent(known -> {
                ClockTerms old = known.terms();
                startAnew(
                        known.clock(),
                        new ClockTerms(
                                old.holder(),
                                old.task(),
                                now(),
                                old.budget(),
                                old.until(),
                                rules.of(known.clock().rule())));
                changes.changed(caseNumber);
            });
        }
    }

    @Override
    public void meet(String caseNumber, String name) {
        if (keepers.lock(caseNumber) && table.meet(caseNumber, name, now())) {
            changes.changed(caseNumber);
        }
    }

    @Override
    public void stop(String caseNumber, String name) {
        if (keepers.lock(caseNumber) && table.stop(caseNumber, name, now())) {
            changes.changed(caseNumber);
        }
    }

    @Override
    public void meetAll(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            pauses.endAll(caseNumber, now());
            if (table.meetAll(caseNumber, now())) {
                changes.changed(caseNumber);
            }
        }
    }

    @Override
    public void stopAll(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            pauses.endAll(caseNumber, now());
            if (table.stopAll(caseNumber, now())) {
                changes.changed(caseNumber);
            }
        }
    }

    @Override
    public void runOn(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            table.stoppedWithCase(caseNumber).ifPresent(stopped -> {
                pauses.add(caseNumber, CLOSED, "the case was closed", stopped, now());
                table.runOn(caseNumber);
                reckonAll(caseNumber);
            });
        }
    }

    @Override
    public void pause(String caseNumber, String wait, String why) {
        keepers.lockOrAdd(caseNumber);
        if (!pauses.lasts(caseNumber, wait)) {
            pauses.add(caseNumber, wait, why, now(), null);
            reckonAll(caseNumber);
        }
    }

    @Override
    public void resume(String caseNumber, String wait) {
        if (keepers.lock(caseNumber) && pauses.end(caseNumber, wait, now())) {
            reckonAll(caseNumber);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseClock> find(String caseNumber, String name) {
        return table.find(caseNumber, name).map(ClockRow::clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseClock> of(String caseNumber) {
        return table.of(caseNumber).stream().map(ClockRow::clock).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockPause> pauses(String caseNumber) {
        return pauses.of(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockChange> changes(String caseNumber) {
        return table.changes(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseClock> late(Instant before, int atMost) {
        return table.late(before, atMost).stream().map(ClockRow::clock).toList();
    }

    @Override
    public Instant due(Instant start, Budget budget) {
        return calendar.due(start, budget);
    }

    private ClockTerms terms(ClockStart start, @Nullable String task) {
        ClockRule rule = rules.of(CaseClock.rule(start.name()));
        Instant until = start.until();
        Budget granted = start.budget() == null && until == null ? rule.budget() : start.budget();
        if (granted == null && until == null) {
            throw new IllegalArgumentException("The clock '" + start.name()
                    + "' is granted no time: clock-rules has none, nor does whoever starts it name one");
        }
        return new ClockTerms(start.holder(), task, start.from().truncatedTo(ChronoUnit.MILLIS), granted, until, rule);
    }

    // C-3: from the original start; what was promised before stays in the record. C-9: called for again if late again
    private void setAnew(ClockRow known, ClockTerms asked) {
        ClockTerms old = known.terms();
        CaseClock clockBefore = known.clock();
        boolean sameTime = Objects.equals(old.budget(), asked.budget()) && Objects.equals(old.until(), asked.until());
        if (sameTime && old.holder().equals(asked.holder())) {
            return;
        }
        ClockTerms terms =
                new ClockTerms(asked.holder(), old.task(), old.start(), asked.budget(), asked.until(), asked.rule());
        ClockTimes times = times(clockBefore.caseNumber(), terms);
        Instant reached = times.pausedSince() == null ? now() : times.pausedSince();
        Instant warned = stillPast(clockBefore.warned(), times.warnAt(), reached);
        Instant breached = stillPast(clockBefore.breached(), times.escalateAt(), reached);
        boolean takenBack =
                !Objects.equals(warned, clockBefore.warned()) || !Objects.equals(breached, clockBefore.breached());
        if (!sameTime) {
            table.keep(clockBefore, now(), SET_ANEW);
        }
        int occurrence = takenBack ? clockBefore.occurrence() + 1 : clockBefore.occurrence();
        table.replace(clockBefore, occurrence, terms, times, warned, breached);
    }

    private void startAnew(CaseClock ended, ClockTerms terms) {
        table.keep(ended, now(), STARTED_AGAIN);
        table.replace(ended, ended.occurrence() + 1, terms, times(ended.caseNumber(), terms), null, null);
    }

    private static @Nullable Instant stillPast(@Nullable Instant told, @Nullable Instant threshold, Instant reached) {
        return threshold == null || threshold.isAfter(reached) ? null : told;
    }

    private void reckonAll(String caseNumber) {
        List<Pause> stood = stood(caseNumber);
        for (ClockRow row : table.of(caseNumber)) {
            if (row.clock().running()) {
                table.move(row.clock(), reckoning.times(row.terms(), stood));
            }
        }
        changes.changed(caseNumber);
    }

    private ClockTimes times(String caseNumber, ClockTerms terms) {
        return reckoning.times(terms, stood(caseNumber));
    }

    private List<Pause> stood(String caseNumber) {
        return pauses.of(caseNumber).stream()
                .map(pause -> new Pause(pause.from(), pause.to()))
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
