package io.amends.mediacrisis;

import io.amends.modeling.Variable;
import java.util.Date;

/** Names of the process {@code watching} (M-12, M-13). */
final class WatchProcess {

    static final Variable<Integer> ROUND_HOURS = Variable.of("roundHours", Integer.class);
    static final Variable<Date> ROUND_UNTIL = Variable.of("roundUntil", Date.class);

    static final Variable<Integer> COVERAGE_COUNT = Variable.of("coverageCount", Integer.class);
    static final Variable<Integer> NEGATIVE_COUNT = Variable.of("negativeCount", Integer.class);
    static final Variable<Integer> CARRYING_COUNT = Variable.of("carryingCount", Integer.class);
    static final Variable<Integer> ENQUIRY_COUNT = Variable.of("enquiryCount", Integer.class);
    static final Variable<String> COVERAGE_STOPPED = Variable.of("coverageStopped", String.class);
    static final Variable<String> NEGATIVE_FALLING = Variable.of("negativeFalling", String.class);
    static final Variable<String> REPORTERS_GONE = Variable.of("reportersGone", String.class);
    static final Variable<String> MESSAGES_USED = Variable.of("messagesUsed", String.class);
    static final Variable<String> ROUND_NOTE = Variable.of("roundNote", String.class);

    private WatchProcess() {}
}
