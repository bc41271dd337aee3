package io.amends.callout;

import io.amends.modeling.Variable;
import java.util.Date;
import java.util.Set;

/** Names of the process {@code call-out}, and of what the process that calls people out gives to it. */
final class CallOutProcess {

    static final String KEY = "call-out";

    /** Processes that call people out. */
    static final Set<String> CALLERS = Set.of("media-crisis");

    static final String ACKNOWLEDGE = "Task_AcknowledgeCallOut";
    static final String LETTER = "call-out";

    /** Messages to a call-out that runs. */
    static final String LEVEL_CHANGED = "call-out-level-changed";

    static final String WITHDRAWN = "call-out-withdrawn";

    static final Variable<String> CASE_NUMBER = Variable.of("caseNumber", String.class);
    static final Variable<Integer> LEVEL = Variable.of("level", Integer.class);

    /** Roles to call, parted by commas; a called process takes the one at its index, from 0. */
    static final Variable<String> CALLOUT_ROLES = Variable.of("calloutRoles", String.class);

    static final Variable<Integer> ROLES_TO_CALL = Variable.of("rolesToCall", Integer.class);
    static final Variable<Integer> ROLE_INDEX = Variable.of("roleIndex", Integer.class);

    static final Variable<String> ROLE = Variable.of("role", String.class);

    /** Whose members may see the task; nobody but the called person may do it. */
    static final Variable<String> ROLE_GROUP = Variable.of("roleGroup", String.class);

    static final Variable<Integer> WINDOW_MINUTES = Variable.of("windowMinutes", Integer.class);

    /** User id of whose word calls people out, or blank where no colleague registered the report. */
    static final Variable<String> CALLED_OUT_BY = Variable.of("calledOutBy", String.class);

    /** The frozen line: user ids parted by commas, for no user id has one. */
    static final Variable<String> CALL_LINE = Variable.of("callLine", String.class);

    /** Whose turn is next, as a place in the line from 0. */
    static final Variable<Integer> NEXT_TURN = Variable.of("nextTurn", Integer.class);

    static final Variable<Boolean> SOMEBODY_TO_CALL = Variable.of("somebodyToCall", Boolean.class);
    static final Variable<String> CALLED_PERSON = Variable.of("calledPerson", String.class);

    /** The same person as a letter's reader. */
    static final Variable<String> CALLED_READER = Variable.of("calledReader", String.class);

    static final Variable<Date> WINDOW_UNTIL = Variable.of("windowUntil", Date.class);
    static final Variable<String> CALL_OCCURRENCE = Variable.of("callOccurrence", String.class);
    static final Variable<String> ANSWERED_BY = Variable.of("answeredBy", String.class);

    private CallOutProcess() {}
}
