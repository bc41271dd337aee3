package io.amends.letter;

import java.util.Locale;

/** What became of a letter (T-1). */
enum LetterState {
    QUEUED,
    SENDING,
    SENT,
    DELAYED,
    /** The mail was handed over and no answer came: it is sent again as the same mail. */
    UNKNOWN,
    /** After a restore: an operator decides (ADR 34). */
    HELD,
    REFUSED,
    BOUNCED,
    NO_ADDRESS,
    NO_LONGER_NEEDED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LetterState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What a reader sees: that a letter is on its way right now is nobody's business. */
    String fate() {
        return this == SENDING ? QUEUED.code() : code();
    }
}
