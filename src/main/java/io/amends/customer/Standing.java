package io.amends.customer;

import java.util.Map;
import java.util.Set;

/**
 * What the directory knows about reaching a customer (L-2).
 *
 * @param doNotContact asked never to be contacted
 * @param standing {@code active}, {@code deceased} or {@code fraud}
 * @param hasPhone whether a number is known
 * @param hasMail whether an address is known, working or not
 * @param hasAddress whether a postal address is known
 * @param mailBounced whether mail to the address came back
 * @param consents channel ({@code phone}, {@code mail}, {@code post}, {@code message}) to allowed or refused; a channel
 *     that is missing was never asked about
 */
public record Standing(
        boolean doNotContact,
        String standing,
        boolean hasPhone,
        boolean hasMail,
        boolean hasAddress,
        boolean mailBounced,
        Map<String, Boolean> consents) {

    static final String ACTIVE = "active";
    static final Set<String> CODES = Set.of(ACTIVE, "deceased", "fraud");
    static final Set<String> CHANNELS = Set.of("phone", "mail", "post", "message");
}
