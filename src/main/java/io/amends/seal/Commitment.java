package io.amends.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds personal data to a seal without saying it: HMAC-SHA256 by a random key of the case. Whoever has the key can check a value, and once
 * the key is deleted nobody can guess one.
 */
final class Commitment {

    /** In a document, what stands for the value. */
    static final String NAME = "commitment";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key in hexadecimal */
    Commitment(String key) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(key), HMAC);
    }

    static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Of one value in its place, so that equal values in two places do not show that they are equal. */
    Map<String, String> to(String table, String row, String column, String value) {
        return Map.of(NAME, hmac(String.join("\u0000", table, row, column, value)));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
