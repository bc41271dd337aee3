package io.amends.clock;

import java.time.Instant;
import java.util.List;

/** The clocks of all cases, as rows (C-2); due times are computed here and nowhere else. */
public interface CaseClocks {

    /** Starts a clock, or sets it anew from its original start with another budget (C-3); one already met stays met. */
    void start(String caseNumber, String name, Budget budget, Instant from);

    /** The clock is met now; does nothing when it was met before or never ran. */
    void meet(String caseNumber, String name);

    /** Notes that a running clock was seen to be late; the first time counts. */
    void breach(String caseNumber, String name);

    /** Ends every running clock of a case that closes. */
    void meetAll(String caseNumber);

    /** All clocks of a case, nearest due first. */
    List<CaseClock> of(String caseNumber);

    /** When a budget that starts then is used up. */
    Instant due(Instant start, Budget budget);
}
