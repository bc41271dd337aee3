package io.amends.casefile;

import io.amends.promise.PromiseMove;
import io.amends.promise.PromiseRow;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was promised, moved and kept (A-1, K-8). */
@Component
@Order(35)
class PromiseSource implements TimelineSource {

    private final Promises promises;
    private final PromiseLines lines;
    private final PlainTime time;

    PromiseSource(Promises promises, PromiseLines lines, PlainTime time) {
        this.promises = promises;
        this.lines = lines;
        this.time = time;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return promises.of(run.file().number()).stream()
                .flatMap(promise -> entries(promise).stream())
                .toList();
    }

    private List<TimelineEntry> entries(PromiseRow promise) {
        String what = "“" + promise.what() + "”";
        List<TimelineEntry> entries = new ArrayList<>();
        if (promise.standsSince() != null) {
            String whom = promise.to() == PromisedTo.HOUSE
                    ? "Promised within the house "
                    : "Promised " + PromiseLines.whom(promise) + " ";
            entries.add(TimelineEntry.of(
                            promise.standsSince(),
                            promise.madeBy(),
                            TimelineEntry.Kind.PROMISE,
                            whom + what + ", by " + time.day(first(promise)))
                    .with(List.of(new TimelineEntry.Detail("Keeps it", lines.keeper(promise)))));
        }
        promise.moves().forEach(move -> entries.add(moved(move, what)));
        if (promise.keptAt() != null) {
            entries.add(TimelineEntry.of(
                    promise.keptAt(), promise.keptBy(), TimelineEntry.Kind.PROMISE, "Kept the promise " + what));
        }
        return entries;
    }

    private TimelineEntry moved(PromiseMove move, String what) {
        TimelineEntry moved = TimelineEntry.of(
                        move.movedAt(), move.movedBy(), TimelineEntry.Kind.PROMISE, "Moved the promise " + what)
                .changing(time.day(move.dueBefore()), time.day(move.dueAfter()));
        return move.reason() == null ? moved : moved.with(List.of(new TimelineEntry.Detail("Reason", move.reason())));
    }

    private static LocalDate first(PromiseRow promise) {
        return promise.moves().isEmpty()
                ? promise.due()
                : promise.moves().get(0).dueBefore();
    }
}
