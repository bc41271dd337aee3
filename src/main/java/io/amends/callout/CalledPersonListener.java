package io.amends.callout;

import io.amends.modeling.FormRefusal;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Nobody answers a call-out but the person whose turn it is: neither a superior nor an administrator for them (C-5). */
@Component
class CalledPersonListener implements TaskListener {

    private static final String FIELD = "assignee";

    private final ObjectProvider<IdentityService> identities;

    CalledPersonListener(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        String called = CallOutProcess.CALLED_PERSON.get(task);
        if (!called.equals(task.getAssignee())) {
            throw new FormRefusal(FIELD, "must be whoever is called at the moment: " + called);
        }
        Authentication who = identities.getObject().getCurrentAuthentication();
        boolean byAnother = who != null && who.getUserId() != null && !Objects.equals(who.getUserId(), called);
        if (EVENTNAME_COMPLETE.equals(task.getEventName()) && byAnother) {
            throw new FormRefusal(
                    FIELD, "must be whoever completes the task; only " + called + " can answer this call");
        }
    }
}
