package io.amends.casefile;

import io.amends.clock.Clocks;
import io.amends.promise.Keeper;
import io.amends.promise.PromiseMove;
import io.amends.promise.PromiseRow;
import io.amends.promise.Promises;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was promised on a case, in words for its page (K-8). */
@Component
class PromiseLines {

    private final Promises promises;
    private final Clocks dates;
    private final StaffNames names;
    private final PlainTime time;
    private final Clock clock;

    PromiseLines(Promises promises, Clocks dates, StaffNames names, PlainTime time, Clock clock) {
        this.promises = promises;
        this.dates = dates;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    List<CasePage.Promise> of(String caseNumber) {
        return promises.of(caseNumber).stream().map(this::line).toList();
    }

    /** Whether it is still owed after the end of work on its day. */
    boolean late(PromiseRow row) {
        return row.keptAt() == null
                && clock.instant().isAfter(dates.date(row.due().toString()).toInstant());
    }

    /** Whom it was promised to. */
    static String whom(PromiseRow row) {
        return switch (row.to()) {
            case CUSTOMER -> "the customer";
            case MEDIA -> "a journalist";
            case HOUSE -> "the house";
        };
    }

    /** The one who keeps it, or the group of which anybody may. */
    String keeper(PromiseRow row) {
        return row.person() == null
                ? Keeper.of(row.group()).map(Keeper::label).orElse(Words.label(row.group()))
                : names.of(row.person());
    }

    private CasePage.Promise line(PromiseRow row) {
        boolean late = late(row);
        return new CasePage.Promise(
                row.what(),
                whom(row),
                keeper(row),
                time.day(row.due()),
                row.moves().stream().map(this::move).toList(),
                row.keptAt() == null ? (late ? "late" : "open") : kept(row),
                late);
    }

    private String move(PromiseMove move) {
        return "moved from " + time.day(move.dueBefore()) + " on " + time.day(move.movedAt())
                + (move.movedBy() == null ? "" : " by " + names.of(move.movedBy()))
                + (move.reason() == null ? "" : ": " + move.reason());
    }

    private String kept(PromiseRow row) {
        return "kept " + time.moment(row.keptAt()) + (row.keptBy() == null ? "" : " by " + names.of(row.keptBy()));
    }
}
