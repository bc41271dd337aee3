package io.amends.promise;

/** Whom something is promised to (K-8). */
public enum PromisedTo {
    /** The customer of the case, who sees it and is told of another date. */
    CUSTOMER,
    /** A journalist; whoever keeps it tells them. */
    MEDIA,
    /** A colleague, or the house itself, as what a review wants to change. */
    HOUSE
}
