package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Worth;
import io.amends.lostcustomer.Signal;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom a scan found by one signal.
 *
 * @param sinceOn day of the last purchase, end of the agreement, or day of the score
 * @param detail kind of agreement or the score, or null
 * @param usualInterval days between their purchase days, or null when not known
 * @param state {@code found}, {@code started}, {@code skipped} or {@code failed}
 * @param reason why skipped, as a code; why failed, in words; else null
 * @param caseNumber the case opened, or the one in the way, or null
 */
record Finding(
        long id,
        String customerNumber,
        Signal signal,
        String reference,
        LocalDate sinceOn,
        @Nullable String detail,
        Worth worth,
        @Nullable LocalDate lastBoughtOn,
        @Nullable BigDecimal usualInterval,
        String state,
        @Nullable String reason,
        @Nullable String caseNumber) {}
