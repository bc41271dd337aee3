package io.amends.letter;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** What an operator sees and decides after a restore (ADR 34): {@code /actuator/letters}. */
@Component
@Endpoint(id = "letters")
class HeldLettersEndpoint {

    private static final Logger log = LoggerFactory.getLogger(HeldLettersEndpoint.class);

    private final LetterHold hold;
    private final LetterSender sender;

    HeldLettersEndpoint(LetterHold hold, LetterSender sender) {
        this.hold = hold;
        this.sender = sender;
    }

    /** @param heldSince null when letters leave as always */
    record Holding(@Nullable Instant heldSince, List<LetterHold.Held> letters) {}

    /** @param letters how many it was about */
    record Decided(String decision, int letters) {}

    @ReadOperation
    Holding holding() {
        return new Holding(hold.since().orElse(null), hold.letters());
    }

    /**
     * @param decision {@code send} or {@code drop}; about all letters it also ends the holding back
     * @param letter the one to drop; all when left out. Spring's own annotation, for the endpoint takes no other for optional
     */
    @WriteOperation
    Decided decide(String decision, @org.springframework.lang.Nullable UUID letter, SecurityContext who) {
        String operator =
                Optional.ofNullable(who.getPrincipal()).map(Principal::getName).orElse("an operator");
        Decided decided = new Decided(decision, count(decision, letter, operator));
        log.info("Letters held back after a restore: {} {} by {}", decided.letters(), decision, operator);
        sender.push();
        return decided;
    }

    private int count(String decision, @Nullable UUID letter, String operator) {
        if (decision.equals("drop")) {
            return letter == null ? hold.dropAll(operator) : dropOne(letter, operator);
        }
        if (decision.equals("send") && letter == null) {
            return hold.sendAll();
        }
        throw new InvalidEndpointRequestException(
                "The decision is 'drop', for one 'letter' or all, or 'send' for all that remain", "decision");
    }

    private int dropOne(UUID letter, String operator) {
        if (!hold.drop(letter, operator)) {
            throw new InvalidEndpointRequestException("No letter " + letter + " is held back", "letter");
        }
        return 1;
    }
}
