package io.amends.inbox;

import io.amends.letter.Letters;
import io.amends.letter.SentLetter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles the letters that a mail server sends back (T-1). A notice of delay or of delivery is only recorded. */
@Component
class Bounces {

    /** How long mail servers go on trying, and no longer. */
    private static final Duration LATELY = Duration.ofDays(6);

    private final Letters letters;
    private final Places places;
    private final MailStore store;
    private final ByHand byHand;
    private final Clock clock;

    Bounces(Letters letters, Places places, MailStore store, ByHand byHand, Clock clock) {
        this.letters = letters;
        this.places = places;
        this.store = store;
        this.byHand = byHand;
        this.clock = clock;
    }

    void settle(Mail mail, ReadMessage message) {
        List<Returned> returned = message.returned().isEmpty()
                ? List.of(new Returned(null, null, Returned.Fate.FAILED, message.subject()))
                : message.returned();
        List<Settled> settled = new ArrayList<>();
        returned.forEach(one -> letter(one, message).ifPresent(letter -> settled.add(new Settled(letter, one))));
        settled.stream()
                .filter(one -> one.notice().fate() == Returned.Fate.FAILED)
                .forEach(one -> letters.bounced(one.letter().id(), one.notice().reason()));
        if (settled.isEmpty() && returned.stream().anyMatch(one -> one.fate() == Returned.Fate.FAILED)) {
            byHand.sort(mail, "A mail server sends back a mail that is none of our letters.");
        } else {
            store.settle(
                    mail.number(),
                    MailState.RECORDED,
                    settled.isEmpty() ? null : settled.get(0).letter().caseNumber(),
                    settled.isEmpty()
                            ? "A mail server's notice about none of our letters."
                            : settled.get(0).words());
        }
    }

    private Optional<SentLetter> letter(Returned returned, ReadMessage message) {
        return Optional.ofNullable(returned.originalMessageId())
                .flatMap(letters::byMessageId)
                .or(() -> places.byEnvelope(message))
                .or(() -> Optional.ofNullable(returned.recipient())
                        .flatMap(recipient ->
                                letters.lastSentTo(recipient, clock.instant().minus(LATELY))));
    }

    private record Settled(SentLetter letter, Returned notice) {

        String words() {
            String what = "Our letter '" + letter.letter() + "' to " + letter.recipient();
            return switch (notice.fate()) {
                case FAILED -> what + " came back: " + notice.reason();
                case DELAYED -> what + " has not arrived yet; the mail server goes on trying: " + notice.reason();
                case DELIVERED -> what + " has arrived.";
            };
        }
    }
}
