package io.amends.clock;

/** Hears of every change to the clocks of a case, in the transaction of the change. */
interface ClockChanges {

    /** A clock started or ended. */
    void changed(String caseNumber);

    /** A clock that tasks may hang on has another due date, or none while it stands. */
    void moved(String caseNumber);
}
