package io.amends.seal;

import java.time.Instant;

/**
 * How a case is sealed.
 *
 * @param seq place in the chain of its last part
 * @param part 1, or more where the case changed after it was sealed first
 * @param why what made the last part due, as a code
 * @param due whether it changed since, so that a further part follows
 */
public record CaseSeal(long seq, int part, Instant sealedAt, String why, String hash, boolean due) {}
