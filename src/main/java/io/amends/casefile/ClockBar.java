package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.ClockPause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A clock drawn as a bar: from its start to its deadline, or to now when that has passed. Only time that the clock counts takes room,
 * so that a night is not longer than a day's work. Places and lengths are shares of the whole, as SVG takes them.
 *
 * @param parts what fills the bar, to be drawn in this order
 * @param marks lines across it
 */
public record ClockBar(List<Part> parts, List<Mark> marks) {

    /** @param kind {@code used}, {@code over} or {@code stood} */
    public record Part(String kind, String from, String length) {}

    /** @param kind {@code warning}, {@code due} or {@code now} */
    public record Mark(String kind, String at, String label) {}

    static ClockBar of(CaseClock clock, List<ClockPause> pauses, Counting counting, Instant now, PlainTime time) {
        Instant counted = counted(clock, now);
        Instant seen = clock.running() ? now : counted;
        Scale scale = new Scale(clock.start(), latest(clock.due(), seen), counting);
        List<Part> parts = new ArrayList<>();
        parts.add(scale.part("used", clock.start(), earliest(counted, clock.due())));
        parts.add(scale.part("over", clock.due(), counted));
        pauses.forEach(pause -> parts.add(
                scale.part("stood", pause.from(), earliest(seen, Objects.requireNonNullElse(pause.to(), now)))));
        parts.removeIf(part -> part.length().equals("0.00%"));
        return new ClockBar(List.copyOf(parts), marks(clock, scale, now, time));
    }

    private static List<Mark> marks(CaseClock clock, Scale scale, Instant now, PlainTime time) {
        Mark warning = clock.warnAt() == null
                ? null
                : new Mark("warning", scale.at(clock.warnAt()), "warning " + time.moment(clock.warnAt()));
        // while it stands, nobody knows when it will be due
        Mark due = clock.pausedSince() != null
                ? null
                : new Mark("due", scale.at(clock.due()), "due " + time.moment(clock.due()));
        Mark today = clock.running() ? new Mark("now", scale.at(now), "now " + time.moment(now)) : null;
        return Stream.of(warning, due, today).filter(Objects::nonNull).toList();
    }

    /** Until when its time counts: its end, the beginning of a pause that lasts, or now. */
    private static Instant counted(CaseClock clock, Instant now) {
        return Stream.of(clock.met(), clock.stopped(), clock.pausedSince())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(now);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How much of a clock's time lies between two moments. */
    interface Counting {
        Duration between(Instant from, Instant to);
    }

    /** Where a moment lies between two others. */
    private record Scale(Instant from, Instant to, Counting counting) {

        Part part(String kind, Instant begin, Instant end) {
            double left = share(begin);
            double right = share(end);
            return new Part(kind, percent(left), percent(Math.max(0, right - left)));
        }

        String at(Instant moment) {
            return percent(share(moment));
        }

        private double share(Instant moment) {
            double whole = Math.max(1, counting.between(from, to).toMillis());
            return Math.min(1, counting.between(from, moment).toMillis() / whole);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f%%", share * 100);
        }
    }
}
