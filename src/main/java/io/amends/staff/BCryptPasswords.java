package io.amends.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords in the engine's tables as BCrypt hashes, each as strong as it was when it was made. */
class BCryptPasswords implements PasswordEncryptor {

    /** As long as somebody who signs in does not notice. */
    static final int STRONG = 10;

    private final BCryptPasswordEncoder encoder;

    /** @param strength the binary logarithm of the rounds, 4 to 31 */
    BCryptPasswords(int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(shortened(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(shortened(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "BCRYPT";
    }

    /** BCrypt reads 72 bytes at most, and the engine appends its salt: hashed first, every byte counts. */
    private static String shortened(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
