package io.amends.audit;

import java.util.Locale;

/** What a case is found by and may have several of. */
enum MarkKind {
    /** A group that had a task of the case. */
    GROUP,
    /** An answer of a decision table, as {@code complaint-severity=S1}. */
    DECISION,
    /** A clock that was breached, by its row in {@code clock-rules}. */
    CLOCK;

    /** As the table of marks has it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A mark as the table has it: {@code clock:contact}. */
    String stored(String mark) {
        return code() + ":" + mark;
    }

    String shown(String stored) {
        return stored.substring(code().length() + 1);
    }
}
