package io.amends.mediacrisis;

import io.amends.modeling.Variable;

/** Names of the processes {@code public-update} and {@code last-word} (M-14). */
final class UpdateProcess {

    /** Of the case that runs from one word to the public to the next. */
    static final String CLOCK = "public-update";

    /** Message to whoever prepares an update: the crisis is over. */
    static final String NOTHING_OWED = "nothing-owed-to-public";

    static final Variable<Integer> UPDATE_HOURS = Variable.of("updateHours", Integer.class);
    static final Variable<Integer> UPDATE_NUMBER = Variable.of("updateNumber", Integer.class);
    static final Variable<Boolean> UPDATE_APPROVED = Variable.of("updateApproved", Boolean.class);
    static final Variable<String> UPDATE_TEXT = Variable.of("updateText", String.class);
    static final Variable<String> NEXT_UPDATE_AT = Variable.of("nextUpdateAt", String.class);
    static final Variable<String> UPDATE_APPROVAL = Variable.of("updateApproval", String.class);
    static final Variable<String> UPDATE_REASON = Variable.of("updateReason", String.class);
    /** ISO moment by which the last word is to be written. */
    static final Variable<String> LAST_WORD_UNTIL = Variable.of("lastWordUntil", String.class);

    /** Who wrote it, and may not approve it. */
    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);

    private UpdateProcess() {}
}
