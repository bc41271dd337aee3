package io.amends.seal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Down while closed cases wait for their seals for too long, have lost them, or the head does not leave the house. */
@Component
class SealHealthIndicator extends AbstractHealthIndicator {

    private final SealStanding standing;

    SealHealthIndicator(SealStanding standing) {
        super("The seals could not be looked up");
        this.standing = standing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        int overdue = standing.overdue();
        Optional<String> lost = standing.lost();
        boolean mail = standing.mailOverdue();
        health.status(overdue == 0 && lost.isEmpty() && !mail ? Status.UP : Status.DOWN)
                .withDetail("waitingCases", standing.waiting())
                .withDetail("overdueCases", overdue)
                .withDetail("lastSeal", words(standing.lastSeal()))
                .withDetail("lastMailedHead", words(standing.lastMail()));
        lost.ifPresent(caseNumber -> health.withDetail("caseWithoutSeal", caseNumber));
    }

    private static String words(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("none yet");
    }
}
