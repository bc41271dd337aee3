package io.amends.lostcustomer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One try to reach a lost customer by phone (L-8).
 *
 * @param tryNumber of all tries of the case, from 1
 * @param by user id, or null
 * @param callAgainOn the day that they named, with {@link CallResult#NOT_NOW} only
 * @param minutes that it took, preparation included, or null
 * @param words what they said, or null
 */
record RecoveryCall(
        int tryNumber,
        Instant at,
        @Nullable String by,
        CallResult result,
        @Nullable LocalDate callAgainOn,
        @Nullable Integer minutes,
        @Nullable String words) {}
