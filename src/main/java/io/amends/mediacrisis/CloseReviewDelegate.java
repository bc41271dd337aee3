package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The last action is taken, and the review is closed (M-15). */
@Component
class CloseReviewDelegate implements JavaDelegate {

    private final CrisisReviews reviews;

    CloseReviewDelegate(CrisisReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.state(execution.getProcessBusinessKey(), ReviewProcess.CLOSED);
    }
}
