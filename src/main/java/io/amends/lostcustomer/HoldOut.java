package io.amends.lostcustomer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The share of customers that is left alone, so that the effect of winning customers back can be measured (L-6).
 *
 * <p>A customer's place is the first eight bytes of SHA-256 over their number in UTF-8, read as an unsigned number, modulo
 * 10,000; whoever stands below a hundred times the percentage is held out. So the same customer is always on the same side,
 * on every node and in every year, and a larger share keeps everybody who was in a smaller one.
 */
final class HoldOut {

    private static final int PLACES = 10_000;
    private static final BigDecimal PLACES_PER_PERCENT = BigDecimal.valueOf(PLACES / 100);

    private HoldOut() {}

    /** @param percent 0 to 100, to two decimals */
    static boolean holds(String customerNumber, BigDecimal percent) {
        return BigDecimal.valueOf(place(customerNumber)).compareTo(percent.multiply(PLACES_PER_PERCENT)) < 0;
    }

    /** 0 to 9,999. */
    static int place(String customerNumber) {
        byte[] hash = sha256().digest(customerNumber.getBytes(StandardCharsets.UTF_8));
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = first << Byte.SIZE | (hash[i] & 0xff);
        }
        return (int) Long.remainderUnsigned(first, PLACES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
