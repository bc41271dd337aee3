package io.amends.clock;

/** Hears of every change to the clocks of a case. */
interface ClockChanges {

    /** Called in the transaction of the change. */
    void changed(String caseNumber);
}
