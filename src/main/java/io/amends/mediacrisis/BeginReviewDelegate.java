package io.amends.mediacrisis;

import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The crisis is over: from now on a review is owed, within three calendar days at level 3 and within five business days below it
 * (M-15), and nothing more to the public (M-14).
 */
@Component
class BeginReviewDelegate implements JavaDelegate {

    private static final int CRISIS = 3;

    private final CrisisReviews reviews;
    private final UpdateRhythm updates;
    private final CaseClocks clocks;
    private final Clock clock;

    BeginReviewDelegate(CrisisReviews reviews, UpdateRhythm updates, CaseClocks clocks, Clock clock) {
        this.reviews = reviews;
        this.updates = updates;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Budget granted = MediaCrisisProcess.LEVEL.get(execution) >= CRISIS
                ? new Budget(3, Budget.Unit.DAYS)
                : new Budget(5, Budget.Unit.BUSINESS_DAYS);
        clocks.start(new ClockStart(
                caseNumber, ReviewProcess.CLOCK, execution.getProcessInstanceId(), granted, null, clock.instant()));
        reviews.state(caseNumber, ReviewProcess.DRAFT);
        updates.end(caseNumber);
        ReviewProcess.REVIEW_VERSION.set(execution, 0);
    }
}
