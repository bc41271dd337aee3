package io.amends.modeling;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * In one's own name: named by a diagram as {@code ${membersOnlyListener}} on the assignment and the completion of a task that
 * nobody but a member of its group does, neither a superior nor an administrator for them.
 */
@Component("membersOnlyListener")
final class MembersOnlyListener implements TaskListener {

    private static final String FIELD = "assignee";

    private final ObjectProvider<IdentityService> identities;

    MembersOnlyListener(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            inOwnName(task);
        }
        if (task.getAssignee() != null) {
            member(task.getAssignee(), task);
        }
    }

    private void inOwnName(DelegateTask task) {
        Authentication who = identities.getObject().getCurrentAuthentication();
        if (task.getAssignee() == null
                || (who != null && who.getUserId() != null && !who.getUserId().equals(task.getAssignee()))) {
            throw new FormRefusal(FIELD, "must be whoever completes the task; claim it first");
        }
    }

    private void member(String userId, DelegateTask task) {
        Set<String> called = AskedGroups.of(task);
        boolean member = identities.getObject().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .anyMatch(called::contains);
        if (!member) {
            throw new FormRefusal(FIELD, "must be a member of the group that was called: " + String.join(", ", called));
        }
    }
}
