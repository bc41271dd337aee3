package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps who let an update or the last word out, with the list of what we never do signed, or why it goes back (M-8, M-9, M-14). */
@Component
class ApproveUpdateListener implements TaskListener {

    private final PublicUpdates updates;
    private final Clock clock;

    ApproveUpdateListener(PublicUpdates updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        int number = UpdateProcess.UPDATE_NUMBER.get(task);
        boolean approved = "yes".equals(UpdateProcess.UPDATE_APPROVAL.get(task));
        if (approved) {
            CrisisApprovalListener.mustBeSigned(task);
            Instant next = updates.last(caseNumber, number).orElseThrow().nextAt();
            if (next != null && !next.isAfter(clock.instant())) {
                throw new FormRefusal(
                        UpdateProcess.UPDATE_APPROVAL.name(),
                        "cannot be yes: the moment that the update names for the next one has passed; send it back");
            }
        }
        updates.decide(
                caseNumber,
                number,
                approved,
                approved ? null : UpdateProcess.UPDATE_REASON.get(task).strip(),
                approved ? CrisisApprovalListener.signed() : null,
                task.getAssignee(),
                clock.instant());
        UpdateProcess.UPDATE_APPROVED.set(task, approved);
        task.setVariable(UpdateProcess.UPDATE_REASON.name(), null);
        CrisisApprovalListener.forgetSigned(task);
    }
}
