package io.amends.clock;

/**
 * A deadline passed with its clock still running; said once for each occurrence, in the transaction that notices it.
 *
 * @param rule its row in the table {@code clock-rules}
 */
public record ClockBreached(String caseNumber, String rule) {}
