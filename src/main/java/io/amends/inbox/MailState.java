package io.amends.inbox;

import java.util.Arrays;

/** What became of a mail. */
enum MailState {
    /** Stored, and not yet brought anywhere. */
    TAKEN("taken"),
    /** Joined a case. */
    JOINED("joined"),
    /** Opened a complaint. */
    OPENED("opened"),
    /** Noted and nothing else: a program wrote it, or a mail server. */
    RECORDED("recorded"),
    /** Somebody has to sort it by hand. */
    TO_SORT("to-sort"),
    /** Somebody looked at it and found nothing to answer. */
    SET_ASIDE("set-aside");

    private final String code;

    MailState(String code) {
        this.code = code;
    }

    /** As it stands in the table and in addresses. */
    String code() {
        return code;
    }

    static MailState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mail is in the state '" + code + "'"));
    }
}
