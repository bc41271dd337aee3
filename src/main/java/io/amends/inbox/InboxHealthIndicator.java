package io.amends.inbox;

import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the mailbox is reached, when it was last looked through, and how many mails wait for somebody to sort them. */
@Component
class InboxHealthIndicator implements HealthIndicator {

    private final InboxProperties properties;
    private final MailboxState mailbox;
    private final MailStore store;

    InboxHealthIndicator(InboxProperties properties, MailboxState mailbox, MailStore store) {
        this.properties = properties;
        this.mailbox = mailbox;
        this.store = store;
    }

    @Override
    public Health health() {
        Health.Builder health = mailbox.problem() == null ? Health.up() : Health.down();
        health.withDetail("mailbox", mailbox());
        Instant lastLook = mailbox.lastLook();
        if (lastLook != null) {
            health.withDetail("lastLook", lastLook);
        }
        return health.withDetail("toRoute", store.waiting(MailState.TAKEN).count())
                .withDetail("toSort", store.waiting(MailState.TO_SORT).count())
                .build();
    }

    private String mailbox() {
        if (!properties.on()) {
            return "off: amends.inbox.host is not set";
        }
        String problem = mailbox.problem();
        if (problem != null) {
            return "out of reach: " + problem;
        }
        return mailbox.lastLook() == null ? "not reached yet" : "connected";
    }
}
