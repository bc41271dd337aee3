package io.amends.inbox;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Fuzz target: any bytes at all. */
public final class FuzzBytes {

    private FuzzBytes() {}

    /** Called by Jazzer before its clock starts: it has to look at every class first. */
    public static void fuzzerInitialize() {
        FuzzedReading.warmUp();
    }

    /** Called by Jazzer, which knows it by its name. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        FuzzedReading.check(data.consumeRemainingAsBytes());
    }
}
