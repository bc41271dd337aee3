package io.amends.customerreply;

import io.amends.modeling.Variable;
import java.util.Date;

/** Names of the process {@code customer-reply}. */
final class ReplyProcess {

    static final Variable<Number> ROUND = Variable.of("round", Number.class);
    static final Variable<String> QUESTION = Variable.of("question", String.class);
    static final Variable<String> STEP = Variable.of("step", String.class);
    static final Variable<String> REMINDER = Variable.of("reminder", String.class);
    static final Variable<Integer> WAIT_AMOUNT = Variable.of("waitAmount", Integer.class);
    static final Variable<String> WAIT_UNIT = Variable.of("waitUnit", String.class);
    static final Variable<Date> ASKED_AT = Variable.of("askedAt", Date.class);
    static final Variable<Date> WAIT_UNTIL = Variable.of("waitUntil", Date.class);
    static final Variable<String> LETTER = Variable.of("replyLetter", String.class);
    static final Variable<String> OCCURRENCE = Variable.of("replyOccurrence", String.class);
    static final Variable<String> ASK_RESULT = Variable.of("askResult", String.class);
    static final Variable<String> ANSWER_DECISION = Variable.of("answerDecision", String.class);
    static final Variable<String> ANSWER_TEXT = Variable.of("answerText", String.class);
    static final Variable<String> DECISION = Variable.of("decision", String.class);
    static final Variable<String> REPLY = Variable.of("reply", String.class);

    private ReplyProcess() {}
}
