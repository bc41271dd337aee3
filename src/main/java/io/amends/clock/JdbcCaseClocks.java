package io.amends.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every change holds the lock of the case, so that a pause, a completion and a timer see each other's outcome. */
@Service
@Transactional
class JdbcCaseClocks implements CaseClocks {

    /** The wait during which a case was closed. */
    private static final String CLOSED = "closed";

    private final ClockTable table;
    private final PauseTable pauses;
    private final KeeperTable keepers;
    private final ClockStarter starter;
    private final Reckoning reckoning;
    private final BusinessCalendar calendar;
    private final HouseClock clock;
    private final ClockChanges changes;

    JdbcCaseClocks(
            ClockTable table,
            PauseTable pauses,
            KeeperTable keepers,
            ClockStarter starter,
            Reckoning reckoning,
            BusinessCalendar calendar,
            HouseClock clock,
            ClockChanges changes) {
        this.table = table;
        this.pauses = pauses;
        this.keepers = keepers;
        this.starter = starter;
        this.reckoning = reckoning;
        this.calendar = calendar;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public void start(ClockStart start) {
        keepers.lockOrAdd(start.caseNumber());
        starter.start(start);
    }

    @Override
    public void promiseAnew(ClockStart start) {
        keepers.lockOrAdd(start.caseNumber());
        table.meet(start.caseNumber(), start.name(), clock.instant());
        starter.promiseAnew(start);
    }

    @Override
    public void startAgain(String caseNumber, String name) {
        if (keepers.lock(caseNumber)) {
            table.find(caseNumber, name).ifPresent(starter::startAgain);
        }
    }

    @Override
    public void meet(String caseNumber, String name) {
        if (keepers.lock(caseNumber) && table.meet(caseNumber, name, clock.instant())) {
            changes.changed(caseNumber);
        }
    }

    @Override
    public void stop(String caseNumber, String name) {
        if (keepers.lock(caseNumber) && table.stop(caseNumber, name, clock.instant())) {
            changes.changed(caseNumber);
        }
    }

    @Override
    public void takeBack(String caseNumber, String name) {
        if (keepers.lock(caseNumber) && table.takeBack(caseNumber, name)) {
            changes.changed(caseNumber);
        }
    }

    @Override
    public void meetAll(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            pauses.endAll(caseNumber, clock.instant());
            if (table.meetAll(caseNumber, clock.instant())) {
                changes.changed(caseNumber);
            }
        }
    }

    @Override
    public void stopAll(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            pauses.endAll(caseNumber, clock.instant());
            if (table.stopAll(caseNumber, clock.instant())) {
                changes.changed(caseNumber);
            }
        }
    }

    @Override
    public void runOn(String caseNumber) {
        if (keepers.lock(caseNumber)) {
            table.stoppedWithCase(caseNumber).ifPresent(stopped -> {
                pauses.add(caseNumber, CLOSED, "the case was closed", stopped, clock.instant());
                table.runOn(caseNumber);
                changes.moved(caseNumber);
                reckon(caseNumber);
            });
        }
    }

    @Override
    public void pause(String caseNumber, String wait, String why) {
        keepers.lockOrAdd(caseNumber);
        if (!pauses.lasts(caseNumber, wait)) {
            pauses.add(caseNumber, wait, why, clock.instant(), null);
            reckon(caseNumber);
        }
    }

    @Override
    public void resume(String caseNumber, String wait) {
        if (keepers.lock(caseNumber) && pauses.end(caseNumber, wait, clock.instant())) {
            reckon(caseNumber);
        }
    }

    @Override
    public void hold(String caseNumber) {
        keepers.lock(caseNumber);
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
    public List<CaseClock> nearest(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : table.nearest(caseNumbers).stream().map(ClockRow::clock).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockPause> pauses(String caseNumber) {
        return pauses.of(caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClockPause> pauses(CaseClock stood) {
        return table
                .find(stood.caseNumber(), stood.name())
                .filter(row -> row.terms().pauses())
                .stream()
                .flatMap(row -> pauses.of(stood.caseNumber()).stream())
                .filter(pause -> pause.to() == null || pause.to().isAfter(stood.start()))
                .filter(pause -> stood.running() || pause.from().isBefore(ended(stood)))
                .toList();
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
    public Duration counted(CaseClock counting, Instant from, Instant to) {
        return counting.wallTime() ? Timescale.WALL.between(from, to) : calendar.working(from, to);
    }

    @Override
    public Instant due(Instant start, Budget budget) {
        return calendar.due(start, budget);
    }

    @Override
    @Transactional(readOnly = true)
    public Instant dueThen(String caseNumber, String name, Instant start, Budget budget, Instant then) {
        boolean stands = table.find(caseNumber, name)
                .filter(row -> row.terms().rule().pauses())
                .isPresent();
        List<Pause> over = stands
                ? pauses.spans(caseNumber).stream()
                        .filter(pause -> pause.to() != null && !pause.to().isAfter(then))
                        .toList()
                : List.of();
        return reckoning.due(start, budget, over);
    }

    private static Instant ended(CaseClock clock) {
        return Objects.requireNonNull(clock.met() == null ? clock.stopped() : clock.met());
    }

    private void reckon(String caseNumber) {
        List<Pause> stood = pauses.spans(caseNumber);
        boolean moved = false;
        for (ClockRow row : table.of(caseNumber)) {
            ClockTimes times = reckoning.times(row.terms(), stood);
            if (row.clock().running() && !times.equals(ClockTimes.of(row.clock()))) {
                table.move(row.clock(), times);
                moved = true;
            }
        }
        if (moved) {
            changes.moved(caseNumber);
        }
    }
}
