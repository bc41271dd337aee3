package io.amends.churnscan;

/** A scan works already; one at a time is enough. */
class ScanRunning extends RuntimeException {

    private final long scan;

    ScanRunning(long scan) {
        super("Scan " + scan + " is still at work; one scan runs at a time");
        this.scan = scan;
    }

    long scan() {
        return scan;
    }
}
