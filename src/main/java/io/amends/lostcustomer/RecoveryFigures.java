package io.amends.lostcustomer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts and sums over many lost customers' cases, each by one statement; periods are from a moment to another, the end left out. */
public interface RecoveryFigures {

    /** The cases that opened in the period, counted by everything that tells them apart. */
    List<Count> counts(Instant from, Instant until);

    /**
     * How many customers came back within the watched days from the opening of their case, when it was decided whether to
     * pursue them or to leave them alone (L-6): bought again, or began a new contract or loan. The pursued are all who were, also
     * those who said no or asked to be left alone. Only cases whose days are over by {@code now} count.
     */
    Comeback comeback(Instant from, Instant until, int days, Instant now);

    /** Each case that opened in the period, oldest first, without ever holding all of them. */
    void each(Instant from, Instant until, Consumer<Recovery> reader);

    /** Where a case stands; each case is in exactly one of them. */
    enum Stand {
        /** Nothing was decided yet. */
        UNDECIDED,
        /** Let go at once, with thanks (L-5). */
        LET_GO,
        /** Left alone for comparison (L-6). */
        HELD_OUT,
        /** Pursued, and not over. */
        RUNNING,
        /** Pursued, and really came back (L-10). */
        REGAINED,
        /** Pursued, and did not come back: a no, silence, never reached, nothing bought, or let go after the talk. */
        NOT_REGAINED,
        /** Asked to be left alone, or may not be approached at all (L-2). */
        LEFT_ALONE;

        static Stand of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Cases that are alike.
     *
     * @param reason kind of leaving (L-4) as confirmed, else as proposed; null before it was looked at
     * @param confirmed whether a person has confirmed it
     * @param offer kind of offer that left (L-9), {@code none} when none did
     * @param answer {@code accepted}, {@code declined}, {@code expired}; null when there is none
     * @param evaluated how many of them have a benefit and a cost
     * @param benefit sum over those (L-11)
     * @param cost sum over those (L-11)
     * @param yearlyValue sum of what they were worth in a year, when their cases opened (L-3)
     * @param oldestAssumptions lowest version of the house's figures that they were valued by
     * @param newestAssumptions highest version
     */
    record Count(
            @Nullable String reason,
            boolean confirmed,
            String offer,
            @Nullable String answer,
            Stand stand,
            int cases,
            int evaluated,
            BigDecimal benefit,
            BigDecimal cost,
            BigDecimal yearlyValue,
            int oldestAssumptions,
            int newestAssumptions) {}

    /**
     * @param pursued cases
     * @param pursuedBack how many of those came back
     * @param heldOut cases
     * @param heldOutBack how many of those came back
     */
    record Comeback(int pursued, int pursuedBack, int heldOut, int heldOutBack) {}

    /** One case; it says nothing of who the customer is beyond their number. */
    record Recovery(
            String caseNumber,
            String customerNumber,
            String signal,
            String tier,
            Instant openedAt,
            @Nullable String proposedReason,
            @Nullable String confirmedReason,
            @Nullable String decision,
            Stand stand,
            @Nullable String offer,
            @Nullable BigDecimal offerAmount,
            @Nullable String answer,
            @Nullable String outcome,
            @Nullable Instant closedAt,
            @Nullable BigDecimal benefit,
            @Nullable BigDecimal cost,
            int assumptions) {}
}
