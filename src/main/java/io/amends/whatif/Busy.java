package io.amends.whatif;

/** Others are asking just now; more at once would slow down those who work. */
final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
        super("Others are trying tables just now. Try again in a minute.");
    }
}
