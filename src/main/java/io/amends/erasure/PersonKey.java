package io.amends.erasure;

/**
 * Whom an erasure was about, so that only whoever knows the number or the address finds it again.
 *
 * @param kind {@code number} or {@code mail}
 */
record PersonKey(String kind, String hash) {}
