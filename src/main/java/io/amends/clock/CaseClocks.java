package io.amends.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of all cases, as rows (C-2); due times are computed here and nowhere else. Whatever changes them lets timers and
 * tasks' due dates follow in the same transaction.
 */
public interface CaseClocks {

    /**
     * Starts a clock. One that runs already is set anew from its original start, keeping its pauses (C-3); one already met stays
     * met. A clock that was stopped starts again as a new occurrence.
     *
     * @throws IllegalArgumentException for a clock that {@code clock-rules} does not know, or one without any time granted
     */
    void start(ClockStart start);

    /** Starts a known clock again from now with the time it had: a new occurrence (C-9). Does nothing for an unknown one. */
    void startAgain(String caseNumber, String name);

    /**
     * What the clock promised is done, and the same is promised for another time: it is met now and runs again as a new occurrence
     * (C-9). One that never ran, or has ended, starts.
     */
    void promiseAnew(ClockStart start);

    /** The clock is met now; does nothing when it was met before or never ran. */
    void meet(String caseNumber, String name);

    /** What the clock promised is no longer owed (C-7); does nothing when it has ended. */
    void stop(String caseNumber, String name);

    /**
     * A step was done without doing what its clock promised, as when a promise gets another date: the clock that the step met
     * counts as stopped. Does nothing when it was not met.
     */
    void takeBack(String caseNumber, String name);

    /** Meets every running clock of a case that closes with an answer. */
    void meetAll(String caseNumber);

    /** Stops every running clock of a case that ends without one. */
    void stopAll(String caseNumber);

    /** Lets stopped clocks run on from their original start, as when a silent customer answers after all (K-14). */
    void runOn(String caseNumber);

    /**
     * Lets the clocks of the case that may stand stand (C-2); does nothing when the same wait has begun already.
     *
     * @param wait whatever identifies the wait, such as a process instance
     * @param why in words
     */
    void pause(String caseNumber, String wait, String why);

    /** The wait is over; clocks run on when no other wait keeps them. */
    void resume(String caseNumber, String wait);

    /** Nobody else changes the clocks of the case until the running transaction ends; whoever decides by them holds them first. */
    void hold(String caseNumber);

    Optional<CaseClock> find(String caseNumber, String name);

    /** All clocks of a case, nearest due first. */
    List<CaseClock> of(String caseNumber);

    /**
     * Of each of these cases the running clock that presses most: soonest due or longest late. One for which nobody is ever
     * called, or that stands, comes behind all others; a case without a running clock is left out.
     */
    List<CaseClock> nearest(Collection<String> caseNumbers);

    /** When clocks of the case stood, oldest first. */
    List<ClockPause> pauses(String caseNumber);

    /** When this clock stood, oldest first; never for one that does not wait for the customer. */
    List<ClockPause> pauses(CaseClock clock);

    /** What its clocks had promised before, oldest first. */
    List<ClockChange> changes(String caseNumber);

    /** Running clocks of all cases that call for help and should have done so before then, longest late first (C-8). */
    List<CaseClock> late(Instant before, int atMost);

    /**
     * How much of the time that a clock counts lies between two moments: working time, or all of it for a clock that runs around
     * the clock. Pauses are not taken out.
     */
    Duration counted(CaseClock clock, Instant from, Instant to);

    /** When a budget that starts then is used up. */
    Instant due(Instant start, Budget budget);

    /**
     * What a clock of the case promised at that moment (C-2): a pause that was over by then, or just then, has put it off; one
     * that ended later had not yet.
     *
     * @param start of the clock, which may run on other terms by now
     */
    Instant dueThen(String caseNumber, String name, Instant start, Budget budget, Instant then);
}
