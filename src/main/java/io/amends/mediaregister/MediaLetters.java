package io.amends.mediaregister;

import io.amends.casefile.Words;
import io.amends.letter.LetterSent;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The contact log fills itself: what a media crisis writes to a person's address stands there from when it was sent (M-10). */
@Component
class MediaLetters {

    /** What is written in other cases goes to a journalist as a customer, which is nobody's business here. */
    private static final String CRISIS = "MCR-";

    private final JdbcMediaRegister register;

    MediaLetters(JdbcMediaRegister register) {
        this.register = register;
    }

    @EventListener
    void sent(LetterSent letter) {
        if (letter.caseNumber().startsWith(CRISIS)) {
            register.wroteTo(
                    letter.recipient(),
                    UUID.fromString(letter.letterId()),
                    letter.caseNumber(),
                    Words.label(letter.letter()),
                    letter.sentAt().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
