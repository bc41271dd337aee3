package io.amends.erasure;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.erasure.RetentionTable.DueCase;
import io.amends.erasure.RetentionTable.Run;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.OwnTransaction;
import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes cases whose time is over, at night. Each case is a transaction of its own: its file is written and read back, then
 * its rows go. What a night does not get to, waits for the next; a node that dies leaves the rest to another one.
 */
@Component
class RetentionWork implements WorksInRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration BY_HAND = Duration.ofHours(2);
    private static final int AT_ONCE = 50;

    private final RetentionProperties properties;
    private final RetentionTable table;
    private final Night night;
    private final ArchiveFolder archive;
    private final CaseRemover remover;
    private final CaseHistory history;
    private final Stances stances;
    private final Holds holds;
    private final SealKeeper seals;
    private final CaseFiles files;
    private final OwnTransaction apart;
    private final AsTheHouse house;
    private final Clock clock;
    private final RepeatedWork rounds;

    RetentionWork(
            RetentionProperties properties,
            RetentionTable table,
            Night night,
            ArchiveFolder archive,
            CaseRemover remover,
            CaseHistory history,
            Stances stances,
            Holds holds,
            SealKeeper seals,
            CaseFiles files,
            OwnTransaction apart,
            AsTheHouse house,
            Clock clock) {
        this.properties = properties;
        this.table = table;
        this.night = night;
        this.archive = archive;
        this.remover = remover;
        this.history = history;
        this.stances = stances;
        this.holds = holds;
        this.seals = seals;
        this.files = files;
        this.apart = apart;
        this.house = house;
        this.clock = clock;
        this.rounds = new RepeatedWork("retention", properties.poll(), this::round);
    }

    /** By process, cases whose time is over and that nobody holds. */
    Map<String, Integer> due() {
        Map<String, Integer> due = new LinkedHashMap<>();
        properties.periods().forEach((process, period) -> due.put(process, table.due(process, closedBefore(period))));
        return due;
    }

    /** Of these the ones that should have been gone for so long that something is wrong. */
    int overdue() {
        return properties.periods().entrySet().stream()
                .mapToInt(one ->
                        table.due(one.getKey(), closedBefore(one.getValue()).minus(properties.overdue())))
                .sum();
    }

    /** Why nothing can be removed, or empty. */
    Optional<String> problem() {
        return archive.problem();
    }

    /**
     * Begins now instead of at night; it has two hours.
     *
     * @return false while another one works, or while the house does
     */
    boolean begin(String userId) {
        if (table.working().isPresent()
                || night.houseWorks()
                || archive.problem().isPresent()) {
            return false;
        }
        table.begin(clock.instant().plus(BY_HAND), userId, sum(due()));
        rounds.push();
        return true;
    }

    /** Goes on with a night that was begun, else begins one where it is time and there is something to do. */
    void round() {
        Optional<Run> working = table.working();
        if (working.isPresent()) {
            if (table.lease(working.get().id(), LEASE)) {
                house.run(() -> carryOut(working.get()));
            }
            return;
        }
        Optional<Instant> end = night.end();
        if (end.isEmpty() || archive.problem().isPresent() || doneTonight(end.get())) {
            return;
        }
        int due = sum(due());
        if (due > 0 || history.dated()) {
            long id = table.begin(end.get(), null, due);
            round(id);
        }
    }

    private void round(long id) {
        if (table.lease(id, LEASE)) {
            house.run(() -> carryOut(table.find(id).orElseThrow()));
        }
    }

    private boolean doneTonight(Instant end) {
        return table.latest(1).stream().anyMatch(run -> !run.untilAt().isBefore(end));
    }

    private boolean carryOut(Run run) {
        apart.run(() -> {
            history.undate();
            return true;
        });
        for (Map.Entry<String, Period> process : properties.periods().entrySet()) {
            if (!carryOut(run, process.getKey(), closedBefore(process.getValue()))) {
                table.finished(run.id(), "stopped", "The night was over; the rest waits for the next one");
                return false;
            }
        }
        table.finished(run.id(), "finished", null);
        LOG.info("Retention {} is finished", run.id());
        return true;
    }

    /** @return false when the time was over before the work was */
    private boolean carryOut(Run run, String process, Instant closedBefore) {
        DueCase last = null;
        List<DueCase> due = table.due(process, closedBefore, last, AT_ONCE);
        while (!due.isEmpty()) {
            for (DueCase one : due) {
                if (!clock.instant().isBefore(run.untilAt())) {
                    return false;
                }
                remove(run.id(), process, one, closedBefore);
                last = one;
            }
            table.stillAtWork(run.id(), LEASE);
            due = table.due(process, closedBefore, last, AT_ONCE);
        }
        return true;
    }

    private void remove(long run, String process, DueCase due, Instant closedBefore) {
        try {
            @Nullable
            String stays = apart.run(() -> removeNow(run, due, closedBefore)).orElse(null);
            if (stays != null) {
                apart.run(() -> failed(run, process, due, stays));
            }
        } catch (RuntimeException problem) {
            LOG.warn("{} could not be removed and stays: {}", due.caseNumber(), problem.toString());
            apart.run(() ->
                    failed(run, process, due, Objects.requireNonNullElse(problem.getMessage(), problem.toString())));
        }
    }

    private boolean failed(long run, String process, DueCase due, String why) {
        table.failed(run, due.caseNumber(), process, due.closedAt(), why);
        return true;
    }

    /** @return why it stays, or empty when it is gone */
    private Optional<String> removeNow(long run, DueCase due, Instant closedBefore) {
        // whoever reopens or holds the case comes before or after this transaction
        Stance stance = holds.lock(due.caseNumber()) ? stances.of(due.caseNumber()) : Stance.GONE;
        if (stance == Stance.BUSY) {
            return Optional.of("Something of it still runs or waits");
        }
        CaseFile file = files.find(due.caseNumber()).orElse(null);
        if (stance != Stance.READY
                || file == null
                || file.closedAt() == null
                || !file.closedAt().isBefore(closedBefore)) {
            // held, reopened or removed meanwhile: it is no longer due
            return Optional.empty();
        }
        ArchiveFolder.Archived archived = archive.write(file);
        remover.remove(due.caseNumber());
        seals.removed(due.caseNumber(), run);
        table.removed(run, due.caseNumber(), file.processKey(), file.closedAt(), archived);
        table.removedOne(run);
        return Optional.empty();
    }

    private Instant closedBefore(Period period) {
        return clock.instant().atZone(clock.getZone()).minus(period).toInstant();
    }

    private static int sum(Map<String, Integer> due) {
        return due.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }
}
