package io.amends.handover;

import io.amends.modeling.Variable;

/** Names of the process {@code handover} and of what asks for it. */
final class HandoverProcess {

    static final String HANDOVER_ASKED = "handover-asked";
    static final String CASE_CLOSED = "case-closed";

    /** Where a case's main process waits for its handover. */
    static final String CALL = "CallActivity_HandOver";

    static final String CHOOSE_NEW_OWNER = "Task_ChooseNewOwner";
    static final String AGREE_TO_TAKE_OVER = "Task_AgreeToTakeOver";

    static final Variable<String> NEW_OWNER = Variable.of("newOwner", String.class);
    static final Variable<String> REASON = Variable.of("handoverReason", String.class);
    static final Variable<String> ASKED_BY = Variable.of("handoverAskedBy", String.class);
    static final Variable<Integer> NUMBER = Variable.of("handoverNumber", Integer.class);
    static final Variable<String> CONSENT = Variable.of("consent", String.class);
    static final Variable<String> CONSENT_NOTE = Variable.of("consentNote", String.class);

    private HandoverProcess() {}
}
