package io.amends.escalation;

import io.amends.modeling.Variable;
import java.util.Date;
import java.util.List;

/** Names of the processes {@code escalation} and {@code clock-watch}. */
final class EscalationProcess {

    static final String KEY = "escalation";

    /** Tells a running escalation that its clock is no longer late (C-7). */
    static final String CLOCK_MET = "clock-met";

    static final Variable<String> CASE_NUMBER = Variable.of("caseNumber", String.class);
    static final Variable<String> CLOCK = Variable.of("clock", String.class);
    static final Variable<String> CLOCK_RULE = Variable.of("clockRule", String.class);
    static final Variable<Integer> OCCURRENCE = Variable.of("occurrence", Integer.class);

    /** What an escalation takes over from the process whose clock is late, besides the clock. */
    static final List<String> CASE_FACTS = List.of("customer", "severity", "priority", "owner", "language", "canWrite");

    @SuppressWarnings("rawtypes")
    static final Variable<List> CHAIN = Variable.of("chain", List.class);

    static final Variable<Boolean> CALL_NEEDED = Variable.of("callNeeded", Boolean.class);
    static final Variable<Integer> LEVEL = Variable.of("level", Integer.class);
    static final Variable<String> LEVEL_GROUP = Variable.of("levelGroup", String.class);
    static final Variable<Date> WINDOW_UNTIL = Variable.of("windowUntil", Date.class);
    static final Variable<String> ESCALATION_OCCURRENCE = Variable.of("escalationOccurrence", String.class);
    static final Variable<String> ACKNOWLEDGEMENT = Variable.of("acknowledgement", String.class);
    static final Variable<String> ACKNOWLEDGED_BY = Variable.of("acknowledgedBy", String.class);
    static final Variable<Date> ACT_UNTIL = Variable.of("actUntil", Date.class);
    static final Variable<Boolean> STILL_LATE = Variable.of("stillLate", Boolean.class);

    static final Variable<Boolean> CLOCKS_FORGOTTEN = Variable.of("clocksForgotten", Boolean.class);

    private EscalationProcess() {}
}
