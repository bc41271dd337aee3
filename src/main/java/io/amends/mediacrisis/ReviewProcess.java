package io.amends.mediacrisis;

import io.amends.modeling.Variable;

/** Names of the process {@code after-action} (M-15). */
final class ReviewProcess {

    static final String CLOCK = "after-action";

    static final String DRAFT = "draft";
    static final String IN_REVIEW = "in-review";
    static final String REVIEWED = "reviewed";
    static final String CLOSED = "closed";

    /** How often it was drafted so far. */
    static final Variable<Integer> REVIEW_VERSION = Variable.of("reviewVersion", Integer.class);

    static final Variable<Boolean> REVIEW_ACCEPTED = Variable.of("reviewAccepted", Boolean.class);
    static final Variable<String> WHAT_HAPPENED = Variable.of("whatHappened", String.class);
    static final Variable<String> WHAT_WE_DID = Variable.of("whatWeDid", String.class);
    static final Variable<String> REVIEW_DECISION = Variable.of("reviewDecision", String.class);
    static final Variable<String> REVIEW_REASON = Variable.of("reviewReason", String.class);
    /** Who wrote it, and may not review it. */
    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);

    private ReviewProcess() {}
}
