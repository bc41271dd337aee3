package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps who read the review and what they say: good as it is, or back with a reason (M-15). */
@Component
class ReviewDraftListener implements TaskListener {

    private final CrisisReviews reviews;
    private final Clock clock;

    ReviewDraftListener(CrisisReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        boolean accepted = "yes".equals(ReviewProcess.REVIEW_DECISION.get(task));
        reviews.decide(
                caseNumber,
                ReviewProcess.REVIEW_VERSION.get(task),
                accepted,
                task.getAssignee(),
                accepted ? null : ReviewProcess.REVIEW_REASON.get(task).strip(),
                clock.instant());
        reviews.state(caseNumber, accepted ? ReviewProcess.REVIEWED : ReviewProcess.DRAFT);
        ReviewProcess.REVIEW_ACCEPTED.set(task, accepted);
        task.setVariable(ReviewProcess.REVIEW_REASON.name(), null);
    }
}
