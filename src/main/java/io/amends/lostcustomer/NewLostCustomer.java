package io.amends.lostcustomer;

import org.jspecify.annotations.Nullable;

/**
 * A customer who is lost or about to be.
 *
 * @param reference what exactly the signal is about, so that the same is never taken up twice: the day of the last purchase
 *     ({@code 2011-10-03}), the id of an agreement, the number of a complaint
 * @param scanId the scan that found them, or null
 * @param note what is known besides, in words, or null
 * @param registeredBy user id of who typed it in, or null
 */
public record NewLostCustomer(
        String customerNumber,
        Signal signal,
        String reference,
        @Nullable Long scanId,
        @Nullable String note,
        @Nullable String registeredBy) {}
