package io.amends.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the seals stand, for those who run the house. */
@Component
class SealStanding {

    /** A head is mailed every day; one day may be missed by a restart. */
    private static final Duration LONGEST_WITHOUT_MAIL = Duration.ofDays(2);

    private final SealTable seals;
    private final DueTable due;
    private final HeadTable heads;
    private final SealProperties properties;
    private final Clock clock;

    SealStanding(SealTable seals, DueTable due, HeadTable heads, SealProperties properties, Clock clock) {
        this.seals = seals;
        this.due = due;
        this.heads = heads;
        this.properties = properties;
        this.clock = clock;
    }

    /** Cases that wait for a seal or a further part. */
    long waiting() {
        return due.waiting();
    }

    /** Cases that ought to have been sealed long ago. */
    int overdue() {
        return due.overdue(clock.instant().minus(properties.overdue()));
    }

    /** A case of which neither a seal nor a mark is left: somebody took it away. */
    Optional<String> lost() {
        return due.withoutSeal(clock.instant().minus(properties.overdue()));
    }

    Optional<Instant> lastSeal() {
        return seals.find(seals.head().seq()).map(Seal::sealedAt);
    }

    Optional<Instant> lastMail() {
        return heads.latest(1).stream().findFirst().map(HeadTable.Mailed::at);
    }

    /** Whether heads are to be mailed and the last one left days ago; the first one follows the first seal within a day. */
    boolean mailOverdue() {
        return properties.mails()
                && lastMail()
                        .map(at -> at.plus(LONGEST_WITHOUT_MAIL).isBefore(clock.instant()))
                        .orElse(false);
    }

    long mailAgeSeconds() {
        return lastMail()
                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                .orElse(-1L);
    }
}
