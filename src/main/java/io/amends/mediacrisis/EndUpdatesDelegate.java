package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The crisis is over: what comes in the media from now on is another one, and no further update is owed (M-13, M-14). The last word is
 * due when the next update was announced, else within hours.
 */
@Component
class EndUpdatesDelegate implements JavaDelegate {

    /** Where nothing was announced, or what was announced is at hand: time to write, and for another to read. */
    private static final Duration LEAST = Duration.ofHours(4);

    private final MediaCrisisTable crises;
    private final CrisisReviews reviews;
    private final UpdateRhythm updates;
    private final Clock clock;

    EndUpdatesDelegate(MediaCrisisTable crises, CrisisReviews reviews, UpdateRhythm updates, Clock clock) {
        this.crises = crises;
        this.reviews = reviews;
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Instant announced = crises.find(caseNumber).orElseThrow().nextUpdateAt();
        Instant soonest = clock.instant().plus(LEAST);
        Instant until = announced == null || announced.isBefore(soonest) ? soonest : announced;
        UpdateProcess.LAST_WORD_UNTIL.set(execution, until.toString());
        reviews.state(caseNumber, ReviewProcess.DRAFT);
        updates.end(caseNumber);
    }
}
