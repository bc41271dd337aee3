package io.amends.inbox;

import io.amends.letter.Letters;
import io.amends.letter.SentLetter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the case that a mail belongs to: by what it answers, by its address, by a case number in its words (T-3). */
@Component
class Places {

    private static final Pattern CASE_NUMBER = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{3}-\\d{4}-\\d{6}(?!\\d)");

    private final Letters letters;
    private final List<MailTaker> takers;
    private final InboxProperties properties;

    Places(Letters letters, List<MailTaker> takers, InboxProperties properties) {
        this.letters = letters;
        this.takers = takers;
        this.properties = properties;
    }

    Optional<Place> of(ReadMessage message) {
        Supplier<Optional<Place>> answered =
                () -> letter(message.inReplyTo().stream().map(letters::byMessageId))
                        .map(letter -> Place.answering(letter, "It answers our letter '" + letter.letter() + "'."));
        Supplier<Optional<Place>> returned = () -> byEnvelope(message)
                .map(letter -> Place.answering(
                        letter, "It came back to where our letter '" + letter.letter() + "' came from."));
        Supplier<Optional<Place>> addressed =
                () -> known(message.recipients().stream().map(this::tag).filter(Objects::nonNull))
                        .map(number -> new Place(number, null, "It was sent to the address of this case."));
        Supplier<Optional<Place>> named = () -> known(Stream.of(message.subject()))
                .map(number -> new Place(number, null, "The case number stands in its subject."));
        Supplier<Optional<Place>> mentioned = () -> known(Stream.of(message.text()))
                .map(number -> new Place(number, null, "The case number stands in its text."));
        return Stream.of(answered, returned, addressed, named, mentioned)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The letter whose envelope sender the mail was sent to. */
    Optional<SentLetter> byEnvelope(ReadMessage message) {
        return letter(message.recipients().stream().map(letters::byBounceAddress));
    }

    Optional<MailTaker> takerOf(String caseNumber) {
        return takers.stream().filter(taker -> taker.knows(caseNumber)).findFirst();
    }

    /** Whether the house itself wrote it. */
    boolean ours(ReadMessage message) {
        String sender = Sender.party(message.fromAddress());
        return properties.addresses().stream().anyMatch(own -> own.equalsIgnoreCase(sender))
                || (message.messageId() != null
                        && letters.byMessageId(message.messageId()).isPresent());
    }

    private static Optional<SentLetter> letter(Stream<Optional<SentLetter>> found) {
        return found.flatMap(Optional::stream).findFirst();
    }

    /** The first case number that a case of ours has. */
    private Optional<String> known(Stream<String> words) {
        return words.flatMap(text -> CASE_NUMBER.matcher(text).results())
                .map(MatchResult::group)
                .map(number -> number.toUpperCase(Locale.ROOT))
                .distinct()
                // a text full of numbers is no reason to ask for each
                .limit(20)
                .filter(number -> takerOf(number).isPresent())
                .findFirst();
    }

    /** What stands behind the plus of an address of ours. */
    private @Nullable String tag(String recipient) {
        String bare = Objects.requireNonNull(Sender.party(recipient));
        boolean ours = properties.addresses().stream().anyMatch(own -> own.equalsIgnoreCase(bare));
        int plus = recipient.indexOf('+');
        return ours && plus >= 0 ? recipient.substring(plus + 1) : null;
    }
}
