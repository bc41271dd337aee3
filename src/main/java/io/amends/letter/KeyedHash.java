package io.amends.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes with the house's secret: whoever has only the database can neither read nor guess what was hashed. Another secret gives
 * other hashes.
 */
public final class KeyedHash {

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(byte[] secret) {
        this.key = new SecretKeySpec(secret, MAC);
    }

    /**
     * @param purpose so that the hash of one purpose is useless for another one
     * @return 64 hexadecimal digits
     */
    public String of(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java itself has " + MAC, e);
        }
    }
}
