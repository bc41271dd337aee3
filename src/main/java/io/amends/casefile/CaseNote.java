package io.amends.casefile;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's record.
 *
 * @param who user id, or null when the house did it
 * @param details label to value, in the order to be shown
 */
public record CaseNote(Instant at, @Nullable String who, String what, Map<String, String> details) {}
