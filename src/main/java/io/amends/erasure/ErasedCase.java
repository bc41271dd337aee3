package io.amends.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case of an erasure.
 *
 * @param part {@code whole}, or {@code told} where only what a case of the person brought into it goes
 * @param state {@code waiting}, {@code erased}, {@code open} (or still at work), {@code held}, or {@code gone}
 */
record ErasedCase(
        String caseNumber,
        String part,
        String state,
        @Nullable Instant doneAt) {

    static final String WHOLE = "whole";
    static final String TOLD = "told";
}
