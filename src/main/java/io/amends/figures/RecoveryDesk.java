package io.amends.figures;

import io.amends.complaint.ComplaintFigures;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import io.amends.lostcustomer.RecoveryFigures;
import io.amends.lostcustomer.RecoveryFigures.Comeback;
import io.amends.lostcustomer.RecoveryFigures.Recovery;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads what the pages and files show of a period, each block by one statement however many cases there are. */
@Component
class RecoveryDesk {

    private final RecoveryFigures recoveries;
    private final ComplaintFigures complaints;
    private final Clock clock;

    RecoveryDesk(RecoveryFigures recoveries, ComplaintFigures complaints, Clock clock) {
        this.recoveries = recoveries;
        this.complaints = complaints;
        this.clock = clock;
    }

    Tally tally(Period period) {
        return new Tally(recoveries.counts(period.start(clock.getZone()), period.end(clock.getZone())));
    }

    Uplift uplift(Period period, Assumptions assumptions) {
        Comeback comeback = recoveries.comeback(
                period.start(clock.getZone()),
                period.end(clock.getZone()),
                assumptions.whole(Assumption.WATCH_DAYS),
                clock.instant());
        return new Uplift(
                new Proportion(comeback.pursuedBack(), comeback.pursued()),
                new Proportion(comeback.heldOutBack(), comeback.heldOut()));
    }

    Handled complaints(Period period, Assumptions assumptions) {
        return complaints.handled(
                period.start(clock.getZone()),
                period.end(clock.getZone()),
                assumptions.whole(Assumption.WATCH_DAYS),
                clock.instant());
    }

    void each(Period period, Consumer<Recovery> reader) {
        recoveries.each(period.start(clock.getZone()), period.end(clock.getZone()), reader);
    }
}
