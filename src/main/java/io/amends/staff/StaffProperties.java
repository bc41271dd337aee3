package io.amends.staff;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sign-in and accounts.
 *
 * @param admin the first administrator, made at start when missing
 */
@ConfigurationProperties("amends")
record StaffProperties(
        @DefaultValue Admin admin, @DefaultValue SignIn signIn) {

    record Admin(
            @Nullable String user,
            @Nullable String password,
            @Nullable String mail) {}

    /**
     * @param tries failed tries that one person has at one address
     * @param triesPerAddress failed tries that one address has, whoever is tried
     * @param refill how long it takes until all tries are there again
     */
    record SignIn(
            @DefaultValue("5") int tries,
            @DefaultValue("50") int triesPerAddress,
            @DefaultValue("PT5M") Duration refill) {}
}
