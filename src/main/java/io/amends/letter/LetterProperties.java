package io.amends.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from address that letters come from; answers go to its plus-address for the case
 * @param fromName whom readers see as the sender
 * @param pressName likewise, of letters to the media
 * @param publicUrl where customers and staff reach this application
 * @param domain right side of Message-IDs, default the domain of {@code from}
 * @param secret at least 32 characters that all nodes share; tokens of links are made from it
 * @param secretFile keeps a secret made at the first start, for trying the application out
 * @param poll how often the ledger is looked through besides the push after each commit
 * @param lease how long a letter is one node's to send; longer than all time-outs of one mail together, for after it another
 *     node sends it
 */
@ConfigurationProperties("amends.letter")
record LetterProperties(
        String from,
        String fromName,
        String pressName,
        URI publicUrl,
        @Nullable String domain,
        @Nullable String secret,
        @Nullable Path secretFile,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15m") Duration lease) {

    private static final String BOUNCE = "+bounce-";
    private static final String LETTER_ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final int LONGEST_LOCAL_PART = 64;

    LetterProperties {
        try {
            new InternetAddress(from, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "amends.letter.from is the mail address that letters come from; '" + from + "' is none", e);
        }
    }

    String messageIdDomain() {
        return domain != null && !domain.isBlank() ? domain : from.substring(from.indexOf('@') + 1);
    }

    String publicBase() {
        String url = publicUrl.toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * The envelope sender of a letter: a bounce that comes to it names its letter, however useless its body is. An address too
     * long for mail servers is left as it is.
     */
    String bounceAddress(UUID letterId) {
        String local = from.substring(0, from.indexOf('@')) + BOUNCE + letterId;
        return local.length() <= LONGEST_LOCAL_PART ? local + from.substring(from.indexOf('@')) : from;
    }

    /** The letter that a bounce to this address is about. */
    Optional<UUID> bouncedLetter(String address) {
        int at = from.indexOf('@');
        Matcher ours = Pattern.compile(
                        Pattern.quote(from.substring(0, at) + BOUNCE) + LETTER_ID + Pattern.quote(from.substring(at)),
                        Pattern.CASE_INSENSITIVE)
                .matcher(address.strip());
        return ours.matches() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    /** The plus-address by which an answer finds its case. */
    String replyTo(String caseNumber) {
        int at = from.indexOf('@');
        return from.substring(0, at) + "+" + caseNumber.replaceAll("[^A-Za-z0-9-]", "") + from.substring(at);
    }
}
