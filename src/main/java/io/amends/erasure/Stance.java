package io.amends.erasure;

/** Whether a case may be erased or removed now. */
enum Stance {
    READY("goes"),
    OPEN("still open"),
    BUSY("closed, but something of it still runs or waits"),
    HELD("held"),
    GONE("there is no such case any more");

    private final String words;

    Stance(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** As an erasure keeps it. */
    String code() {
        return switch (this) {
            case READY -> "erased";
            case OPEN, BUSY -> "open";
            case HELD -> "held";
            case GONE -> "gone";
        };
    }
}
