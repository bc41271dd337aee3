package io.amends.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pauses of one clock, in order and without overlap. A pause that still lasts is left out: its length is not known yet. */
final class Pauses {

    private record Stretch(Instant from, Instant to) {}

    private final List<Stretch> stretches;

    private Pauses(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** What of them lies after the start of the clock; they may overlap and come in any order. */
    static Pauses since(Instant start, List<Pause> pauses) {
        List<Stretch> ended = new ArrayList<>();
        for (Pause pause : pauses) {
            Instant to = pause.to();
            if (to != null && to.isAfter(start)) {
                ended.add(new Stretch(later(start, pause.from()), to));
            }
        }
        ended.sort(Comparator.comparing(Stretch::from));
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : ended) {
            int last = merged.size() - 1;
            if (last >= 0 && !next.from().isAfter(merged.get(last).to())) {
                Stretch before = merged.get(last);
                merged.set(last, new Stretch(before.from(), later(before.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return new Pauses(List.copyOf(merged));
    }

    /** Moves a moment on by every pause that began before it, counting what the moves before made of it. */
    Instant push(Instant moment, Timescale scale) {
        Instant pushed = moment;
        for (Stretch pause : stretches) {
            if (!pause.from().isBefore(pushed)) {
                break;
            }
            pushed = scale.plus(pushed, scale.between(pause.from(), pause.to()));
        }
        return pushed;
    }

    /** What counts between two moments without the pauses. */
    Duration unpaused(Instant from, Instant to, Timescale scale) {
        Duration paused = Duration.ZERO;
        for (Stretch pause : stretches) {
            paused = paused.plus(scale.between(later(from, pause.from()), earlier(to, pause.to())));
        }
        return scale.between(from, to).minus(paused);
    }

    /** The end of the pause that the moment lies within, else the moment itself. */
    Instant outside(Instant moment) {
        for (Stretch pause : stretches) {
            if (pause.from().isBefore(moment) && moment.isBefore(pause.to())) {
                return pause.to();
            }
        }
        return moment;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
