package io.amends.clock;

import io.amends.modeling.Variable;
import java.util.Date;

/** Names that diagrams and the clocks share. */
final class ClockProcess {

    /** The process that keeps the time of a case. */
    static final String KEEPER = "clock";

    /** The table that is the register of clocks, and its input. */
    static final String RULES = "clock-rules";

    static final String RULE_NAME = "clockRule";

    static final Variable<String> CASE_NUMBER = Variable.of("caseNumber", String.class);
    static final Variable<Boolean> CLOCKS_RUNNING = Variable.of("clocksRunning", Boolean.class);

    /** Of a step: its clock, such as {@code promise-17}. To a holder: the clock that is said to be due. */
    static final Variable<String> CLOCK = Variable.of("clock", String.class);

    /** Of a step whose clock runs until a date. */
    static final String CLOCK_UNTIL = "clockUntil";

    /** Of a step whose clock runs so many business days. */
    static final String CLOCK_DAYS = "clockDays";

    /** To a holder: the row of the clock in the register. */
    static final Variable<String> CLOCK_RULE = Variable.of(RULE_NAME, String.class);

    static final Variable<Integer> OCCURRENCE = Variable.of("occurrence", Integer.class);
    static final Variable<Date> CLOCK_DUE = Variable.of("clockDue", Date.class);

    private ClockProcess() {}
}
