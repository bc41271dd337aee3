package io.amends.inbox;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Fuzz target: any bytes at all. */
final class FuzzBytes {

    private FuzzBytes() {}

    /** Called by Jazzer, which knows it by its name. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        FuzzedReading.check(data.consumeRemainingAsBytes());
    }
}
