package io.amends.inbox;

import static io.amends.inbox.MailState.JOINED;
import static io.amends.inbox.MailState.OPENED;
import static io.amends.inbox.MailState.TO_SORT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends every loop between two programs that answer each other without saying that they are programs: what one sender can cause
 * in a day is bounded (T-3). Nothing is lost by it; the mail is kept and shown in the inbox.
 */
@Component
class LoopGuard {

    private static final Duration DAY = Duration.ofHours(24);

    private final MailStore store;
    private final InboxProperties.Guard limits;
    private final Clock clock;

    LoopGuard(MailStore store, InboxProperties properties, Clock clock) {
        this.store = store;
        this.limits = properties.guard();
        this.clock = clock;
    }

    /** Whether so much came from this sender that nobody is to be troubled any more. */
    boolean floods(@Nullable String sender) {
        String party = Sender.party(sender);
        return party != null && store.countOfParty(party, since(), List.of(JOINED, OPENED, TO_SORT)) >= limits.taken();
    }

    /** Whether this sender, or its domain, has opened as many complaints as are opened without a person looking. */
    boolean opensTooMany(@Nullable String sender) {
        String party = Sender.party(sender);
        String domain = Sender.domain(sender);
        return (party != null && store.countOfParty(party, since(), List.of(OPENED)) >= limits.opened())
                || (domain != null && store.countOfDomain(domain, since(), List.of(OPENED)) >= limits.openedByDomain());
    }

    private Instant since() {
        return clock.instant().minus(DAY);
    }
}
