package io.amends.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How it stands with the mailbox, for those who watch. */
@Component
class MailboxState {

    private volatile @Nullable Instant lastLook;
    private volatile @Nullable String problem;

    /** The mailbox was reached and looked through. */
    void looked(Instant at) {
        lastLook = at;
        problem = null;
    }

    void failed(String why) {
        problem = why;
    }

    /** When the mailbox was last looked through; null before that. */
    @Nullable
    Instant lastLook() {
        return lastLook;
    }

    /** Why it cannot be reached; null while it can. */
    @Nullable
    String problem() {
        return problem;
    }
}
