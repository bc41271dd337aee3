package io.amends.mediacrisis;

import io.amends.callout.CallOuts;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.AskedGroups;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * In one's own name (M-9): what the house says is decided by a member of the group that is asked, and by nobody for them, not even an
 * administrator. The crisis lead is whoever answered the call-out, whichever group they are of.
 */
@Component
class ApproverListener implements TaskListener {

    private static final String FIELD = "assignee";

    private final People people;
    private final CallOuts callOuts;
    private final AsTheHouse house;

    ApproverListener(People people, CallOuts callOuts, AsTheHouse house) {
        this.people = people;
        this.callOuts = callOuts;
        this.house = house;
    }

    @Override
    public void notify(DelegateTask task) {
        String assignee = task.getAssignee();
        boolean byAnother = house.caller().filter(who -> !who.equals(assignee)).isPresent();
        if (EVENTNAME_COMPLETE.equals(task.getEventName()) && byAnother) {
            throw new FormRefusal(FIELD, "must be whoever completes the task; claim it first");
        }
        if (assignee != null && !isCrisisLead(assignee, task)) {
            mustBeAsked(assignee, task);
        }
    }

    private boolean isCrisisLead(String userId, DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        return CrisisApprovals.CRISIS_LEAD.equals(CrisisApprovalListener.ROLE.orElse(task, ""))
                && callOuts.answeredBy(caseNumber, CrisisApprovals.CRISIS_LEAD).equals(Optional.of(userId));
    }

    private void mustBeAsked(String userId, DelegateTask task) {
        Set<String> asked = AskedGroups.of(task);
        if (people.groupsOf(userId).stream().noneMatch(asked::contains)) {
            throw new FormRefusal(FIELD, "must be a member of the group that decides: " + String.join(", ", asked));
        }
    }
}
