package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps a draft of the review and who wrote it; the words leave the process (M-15). */
@Component
class DraftReviewListener implements TaskListener {

    private final CrisisReviews reviews;
    private final Clock clock;

    DraftReviewListener(CrisisReviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        int version = reviews.write(
                caseNumber,
                ReviewProcess.WHAT_HAPPENED.get(task).strip(),
                ReviewProcess.WHAT_WE_DID.get(task).strip(),
                task.getAssignee(),
                clock.instant());
        reviews.state(caseNumber, ReviewProcess.IN_REVIEW);
        ReviewProcess.REVIEW_VERSION.set(task, version);
        task.setVariable(ReviewProcess.PROPOSER.name(), task.getAssignee());
        task.setVariable(ReviewProcess.WHAT_HAPPENED.name(), null);
        task.setVariable(ReviewProcess.WHAT_WE_DID.name(), null);
    }
}
