package io.amends.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * HTTP Basic sends the password with each call, and checking it costs 60 ms on purpose: a right one is remembered for a
 * minute, under a keyed hash so that memory holds no password.
 */
@Component
class RememberedSignIn implements AuthenticationManager {

    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordSignIn signIn;
    private final SecretKeySpec key;
    private final Cache<String, Authentication> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    RememberedSignIn(PasswordSignIn signIn) {
        this.signIn = signIn;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        // one check for many calls at once; a refusal is an exception and not remembered
        Authentication known = remembered.get(keyOf(tried), ignored -> signIn.authenticate(tried));
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(known).getPrincipal(), null, known.getAuthorities());
        signedIn.setDetails(tried.getDetails());
        return signedIn;
    }

    private String keyOf(Authentication tried) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(tried.getName().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] hash = mac.doFinal(String.valueOf(tried.getCredentials()).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget() {
        remembered.invalidateAll();
    }
}
