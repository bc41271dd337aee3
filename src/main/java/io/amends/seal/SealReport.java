package io.amends.seal;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param intact whether everything that was looked at holds
 * @param checked how many seals were looked at
 * @param compared how many cases were compared with what the database says now
 * @param waiting of the cases that were met, how many the house itself changed since: their next part is still to be made
 * @param total how many seals there are
 * @param head the last link of the chain, as {@code 42:9f86…}
 * @param firstBroken the first link that does not hold; none where all do
 * @param next to be given as {@code after} to go on; none at the end
 */
record SealReport(
        boolean intact,
        long checked,
        long compared,
        long waiting,
        long total,
        String head,
        @Nullable Broken firstBroken,
        @Nullable Long next) {}
