package io.amends.churnscan;

import java.util.Locale;

/** How far a scan is. */
enum ScanState {
    /** Looks at one customer after the other. */
    LOOKING,
    /** Takes up those whom it found. */
    STARTING,
    FINISHED,
    /** Something went wrong; it kept its place and goes on from there. */
    INTERRUPTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ScanState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
