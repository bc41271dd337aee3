package io.amends.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise as the case page shows it.
 *
 * @param group the group that keeps it
 * @param state {@code open}, {@code kept} or another word for people
 */
public record PromiseRow(
        String what, String group, @Nullable Instant due, String state) {}
