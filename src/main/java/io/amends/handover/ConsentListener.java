package io.amends.handover;

import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Only whoever is to own the case can agree to it (K-6); named by the diagram on the completion of the task. That it cannot be,
 * as when that person is away, a colleague may say for them.
 */
@Component
class ConsentListener implements TaskListener {

    private final People people;
    private final Candidates candidates;

    ConsentListener(People people, Candidates candidates) {
        this.people = people;
        this.candidates = candidates;
    }

    @Override
    public void notify(DelegateTask task) {
        String newOwner = HandoverProcess.NEW_OWNER.get(task);
        boolean agreed =
                HandoverProcess.CONSENT.find(task).filter("yes"::equals).isPresent();
        if (agreed && !people.acting().orElse(newOwner).equals(newOwner)) {
            throw new FormRefusal(
                    HandoverProcess.CONSENT.name(),
                    "can only be given by " + candidates.name(newOwner) + "; answer no to choose somebody else");
        }
    }
}
