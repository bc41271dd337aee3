package io.amends.moving;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts a move and how far it is together. */
@Component
class MoveViews {

    private static final int MOST = 100;

    private final MoveTable table;

    MoveViews(MoveTable table) {
        this.table = table;
    }

    MoveView of(Move move) {
        return new MoveView(
                move.id(),
                move.processKey(),
                move.versions(),
                move.toVersion(),
                move.askedBy(),
                move.askedAt(),
                move.state(),
                move.finishedAt(),
                progress(move),
                table.matches(move.id()),
                table.cases(move.id(), MovedCase.STAYS, "", MOST).stream()
                        .map(it -> new MoveView.Staying(it.item(), Objects.requireNonNullElse(it.reason(), "")))
                        .toList(),
                move.problem());
    }

    MoveView.Progress progress(Move move) {
        return progress(table.counts(move.id()));
    }

    /** @param counts of its cases, by state */
    static MoveView.Progress progress(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int waiting = counts.getOrDefault(MovedCase.WAITING, 0);
        return new MoveView.Progress(
                all,
                waiting,
                counts.getOrDefault(MovedCase.MOVED, 0),
                counts.getOrDefault(MovedCase.STAYS, 0),
                counts.getOrDefault(MovedCase.OVER, 0),
                counts.getOrDefault(MovedCase.LEFT, 0),
                all == 0 ? 100 : (int) (100L * (all - waiting) / all));
    }
}
