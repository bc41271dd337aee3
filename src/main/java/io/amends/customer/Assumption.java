package io.amends.customer;

import java.util.Arrays;
import java.util.Locale;

/** A figure of the house that values, decisions and evaluations rest on; each is a row of the table {@code recovery-assumptions}. */
public enum Assumption {
    /** Share of a purchase's amount that is earned (L-3), 0 to 1. */
    MARGIN,
    /** Share of customers who stay from one year to the next (L-3), 0 to 1. */
    RETENTION,
    /** The same for those who were won back (L-3), 0 to 1. */
    RETENTION_AFTER_REGAIN,
    /** Yearly discount rate (L-3), 0.1 for 10 %. */
    DISCOUNT,
    /** Years that a lifetime value looks ahead (L-3). */
    HORIZON_YEARS,
    /** Cost of a minute of work (L-11), in the house's currency. */
    MINUTE_COST,
    /** Cost of one letter (L-11). */
    LETTER_COST,
    /** Minutes that trying to win one customer back takes, before it is known (L-5). */
    MINUTES_PER_TRY,
    /** Cost of winning one new customer, which a regained one saves (L-11). */
    NEW_CUSTOMER_COST,
    /** New customers whom a regained one brings (L-11). */
    REFERRALS,
    /** What one confirmed reason for leaving is worth (L-11). */
    REASON_LEARNT,
    /** How many of their own usual intervals a customer is silent before they count as lost (L-1). */
    SILENT_INTERVALS,
    /** And at least so many days (L-1). */
    SILENT_DAYS,
    /** Days before a contract, loan or warranty ends that its customer is found (L-1). */
    ENDING_DAYS,
    /** Days in which a customer is approached by one department only (L-2). */
    CONTACT_CAP_DAYS,
    /** Whether a channel needs an express yes: 1; or only no refusal: 0 (L-2). */
    CONSENT_NEEDED,
    /** Share of lost customers left alone for comparison (L-6), in %. */
    HOLD_OUT_PERCENT,
    /** Recoveries that one scan starts at most; the most valuable first. */
    STARTS_PER_SCAN,
    /** Days that purchases are watched (L-10). */
    WATCH_DAYS,
    /** L-13: share that buys again when they keep silent. */
    BUY_AGAIN_SILENT,
    /** L-13: when they complained and it was not solved. */
    BUY_AGAIN_UNSOLVED,
    /** L-13: when it was solved. */
    BUY_AGAIN_SOLVED,
    /** L-13: when it was solved fast. */
    BUY_AGAIN_SOLVED_FAST;

    /** As the table names it, such as {@code new-customer-cost}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a name that no figure has */
    public static Assumption of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figure of the house is called '" + code + "'"));
    }
}
