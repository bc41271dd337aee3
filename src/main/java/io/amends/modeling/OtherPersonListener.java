package io.amends.modeling;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Four eyes: named by a diagram as {@code ${otherPersonListener}} on the assignment and the completion of a task that
 * whoever proposed must not do.
 */
@Component("otherPersonListener")
final class OtherPersonListener implements TaskListener {

    static final Variable<String> PROPOSER = Variable.of("proposer", String.class);

    private final ObjectProvider<IdentityService> identities;

    OtherPersonListener(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        PROPOSER.find(task).ifPresent(proposer -> {
            if (proposer.equals(task.getAssignee()) || completedBy(proposer, task)) {
                throw new FormRefusal("assignee", "must be somebody other than who proposed");
            }
        });
    }

    private boolean completedBy(String proposer, DelegateTask task) {
        Authentication who = identities.getObject().getCurrentAuthentication();
        return EVENTNAME_COMPLETE.equals(task.getEventName())
                && who != null
                && Objects.equals(proposer, who.getUserId());
    }
}
