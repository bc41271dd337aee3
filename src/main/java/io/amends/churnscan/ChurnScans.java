package io.amends.churnscan;

import io.amends.customer.Assumption;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Assumptions;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.OwnTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Scans: asked for, begun by the clock, gone on with. */
@Service
class ChurnScans {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final ScanTable scans;
    private final AssumptionTable assumptions;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final AsTheHouse house;
    private final OwnTransaction apart;
    private final Clock clock;

    ChurnScans(
            ScanTable scans,
            AssumptionTable assumptions,
            RuntimeService runtime,
            ManagementService management,
            AsTheHouse house,
            OwnTransaction apart,
            Clock clock) {
        this.scans = scans;
        this.assumptions = assumptions;
        this.runtime = runtime;
        this.management = management;
        this.house = house;
        this.apart = apart;
        this.clock = clock;
    }

    Optional<ChurnScan> find(long id) {
        return scans.find(id);
    }

    /** Newest first. */
    List<ChurnScan> latest(int atMost) {
        return scans.latest(atMost);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /**
     * Starts a scan.
     *
     * @param asOf the day as of which customers are looked at, or null for today
     * @param askedBy user id
     * @throws FormRefusal naming {@code asOf} for a day that has not come or lies before 1900
     * @throws ScanRunning while another one works
     */
    ChurnScan ask(@Nullable LocalDate asOf, String askedBy) {
        LocalDate today = today();
        LocalDate day = asOf == null ? today : asOf;
        if (day.isAfter(today)) {
            throw new FormRefusal("asOf", "lies in the future; today is " + today);
        }
        if (day.isBefore(EARLIEST)) {
            throw new FormRefusal("asOf", "lies before " + EARLIEST);
        }
        long id = alone(() -> apart.run(() -> begin(day, askedBy)));
        return scans.find(id).orElseThrow();
    }

    private long begin(LocalDate day, String askedBy) {
        long id = scans.add(day, askedBy, null, rules(), clock.instant());
        var process = house.run(() -> runtime.createMessageCorrelation(ChurnScanProcess.ASKED)
                .setVariable(ChurnScanProcess.SCAN.name(), id)
                .correlateStartMessage());
        scans.setProcess(id, process.getProcessInstanceId());
        return id;
    }

    /**
     * The scan of the day, which the clock begins.
     *
     * @param process the process instance that works on it; asked again for the same one, it is the same scan
     * @return its id, or empty while another scan works
     */
    Optional<Long> beginDaily(String process) {
        Optional<ChurnScan> known = scans.ofProcess(process);
        if (known.isPresent()) {
            return known.map(ChurnScan::id);
        }
        try {
            return Optional.of(
                    alone(() -> apart.run(() -> scans.add(today(), null, process, rules(), clock.instant()))));
        } catch (ScanRunning another) {
            return Optional.empty();
        }
    }

    /** A scan whose process somebody ended in Cockpit works no longer, and is in nobody's way. */
    private long alone(LongSupplier begin) {
        try {
            return begin.getAsLong();
        } catch (DuplicateKeyException taken) {
            Optional<ChurnScan> working = scans.working();
            if (working.isPresent() && alive(working.get())) {
                throw new ScanRunning(working.get().id());
            }
            working.ifPresent(it -> apart.run(() -> {
                scans.interrupted(it.id(), "Its process was ended by somebody");
                return true;
            }));
            return begin.getAsLong();
        }
    }

    private boolean alive(ChurnScan scan) {
        String process = scan.process();
        return process == null
                || house.run(() -> runtime.createProcessInstanceQuery()
                                .processInstanceId(process)
                                .count()
                        > 0);
    }

    /**
     * Lets an interrupted scan go on from where it was.
     *
     * @throws FormRefusal when it is not interrupted, or cannot go on
     * @throws ScanRunning while another one works
     */
    void resume(long id) {
        ChurnScan scan = scans.find(id).orElseThrow(() -> new FormRefusal("scan", "is not known"));
        if (scan.state() != ScanState.INTERRUPTED) {
            throw new FormRefusal("scan", "is not interrupted");
        }
        scans.working().filter(this::alive).ifPresent(it -> {
            throw new ScanRunning(it.id());
        });
        String process = scan.process();
        List<Job> jobs = process == null
                ? List.of()
                : house.run(() ->
                        management.createJobQuery().processInstanceId(process).list());
        if (jobs.isEmpty()) {
            throw new FormRefusal("scan", "cannot go on: its process was ended by somebody. Start a new scan");
        }
        house.run(() -> {
            for (Job job : jobs) {
                management.setJobRetries(job.getId(), 1);
                management.setJobDuedate(job.getId(), null);
            }
            return true;
        });
    }

    private ChurnScan.Rules rules() {
        Assumptions now = assumptions.current();
        return new ChurnScan.Rules(
                now.version(),
                now.value(Assumption.SILENT_INTERVALS),
                now.whole(Assumption.SILENT_DAYS),
                now.whole(Assumption.ENDING_DAYS),
                now.whole(Assumption.STARTS_PER_SCAN));
    }
}
