package io.amends.lostcustomer;

import io.amends.clock.HouseHours.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Three times of day that share the hours in which somebody can be called, each as long as the others (L-8).
 *
 * @param second minute of the day at which the second third begins
 * @param third minute of the day at which the last one begins
 */
record Thirds(int second, int third) {

    /** @param hours those of all days; they may overlap */
    static Thirds of(Stream<Span> hours) {
        BitSet minutes = new BitSet();
        hours.forEach(span -> minutes.set(span.from(), span.to()));
        int all = minutes.cardinality();
        return new Thirds(nth(minutes, all / 3), nth(minutes, all * 2 / 3));
    }

    /** Which third a minute of the day belongs to, 0 to 2; one outside the hours belongs to the nearest. */
    int of(int minute) {
        return minute < second ? 0 : minute < third ? 1 : 2;
    }

    /** The parts of a stretch that lie in one third each. */
    List<Span> cut(Span span) {
        List<Span> pieces = new ArrayList<>();
        int from = span.from();
        for (int border : List.of(second, third, span.to())) {
            int to = Math.min(border, span.to());
            if (from < to) {
                pieces.add(new Span(from, to));
                from = to;
            }
        }
        return pieces;
    }

    private static int nth(BitSet minutes, int n) {
        int minute = minutes.nextSetBit(0);
        for (int passed = 0; passed < n; passed++) {
            minute = minutes.nextSetBit(minute + 1);
        }
        return minute;
    }
}
