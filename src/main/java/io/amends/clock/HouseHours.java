package io.amends.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** When the house works, for whoever plans something within its hours (C-1). */
public interface HouseHours {

    /** The zone that its hours are told in. */
    ZoneId zone();

    /** Working hours of a day, in order and apart; none on a day off. */
    List<Span> on(LocalDate day);

    /**
     * A stretch of one day.
     *
     * @param from minutes since midnight
     * @param to minutes since midnight, 1440 for its end
     */
    record Span(int from, int to) {}
}
