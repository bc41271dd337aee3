package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise of time that the house made on a case (C-2).
 *
 * @param name as diagrams and tables say it; a clock of one thing among several has its number behind, such as {@code promise-17}
 * @param occurrence from 1; one more each time the clock starts anew, so that a second breach is called for again (C-9)
 * @param holder process instance that is told of warning and deadline
 * @param budget null when the clock runs until a fixed moment, as a promise does
 * @param due recomputed from start, budget, calendar and pauses whenever one of them changes
 * @param warnAt when the warning is due, or null when there is none
 * @param escalateAt when help is called for, or null when nobody is
 * @param warned when the warning was given, or null
 * @param breached when its being late was noticed, or null
 * @param met when what was promised was done, or null while it is owed
 * @param stopped when it ended without being met, as on a withdrawn complaint, or null
 * @param pausedSince since when it stands, or null while it runs
 * @param wallTime whether it counts time as it passes, at night and on holidays, too
 */
public record CaseClock(
        String caseNumber,
        String name,
        int occurrence,
        String holder,
        @Nullable Budget budget,
        Instant start,
        Instant due,
        @Nullable Instant warnAt,
        @Nullable Instant escalateAt,
        @Nullable Instant warned,
        @Nullable Instant breached,
        @Nullable Instant met,
        @Nullable Instant stopped,
        @Nullable Instant pausedSince,
        boolean wallTime) {

    /** Counts as its budget does; in working time where it runs until a fixed moment. */
    public CaseClock(
            String caseNumber,
            String name,
            int occurrence,
            String holder,
            @Nullable Budget budget,
            Instant start,
            Instant due,
            @Nullable Instant warnAt,
            @Nullable Instant escalateAt,
            @Nullable Instant warned,
            @Nullable Instant breached,
            @Nullable Instant met,
            @Nullable Instant stopped,
            @Nullable Instant pausedSince) {
        this(
                caseNumber,
                name,
                occurrence,
                holder,
                budget,
                start,
                due,
                warnAt,
                escalateAt,
                warned,
                breached,
                met,
                stopped,
                pausedSince,
                budget != null && budget.unit().isWallTime());
    }

    /** Whether it is still owed; a paused clock is. */
    public boolean running() {
        return met == null && stopped == null;
    }

    /** Its row in the table {@code clock-rules}: the name without the number of the thing. */
    public String rule() {
        return rule(name);
    }

    static String rule(String name) {
        return name.replaceFirst("-\\d+$", "");
    }
}
