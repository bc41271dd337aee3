package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.JsonLists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps who let an update or the last word out, with the list of what we never do signed, or why it goes back (M-8, M-9, M-14). */
@Component
class ApproveUpdateListener implements TaskListener {

    private static final List<String> NEVER = List.of("no-lie", "no-threat", "no-advertising", "no-no-comment");

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
        List<String> signed = JsonLists.strings(task.getVariable(UpdateProcess.NEVER_LIST));
        if (approved) {
            if (!signed.containsAll(NEVER)) {
                throw new FormRefusal(UpdateProcess.NEVER_LIST, "is signed with every tick, or the update goes back");
            }
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
                approved ? String.join(",", NEVER) : null,
                task.getAssignee(),
                clock.instant());
        UpdateProcess.UPDATE_APPROVED.set(task, approved);
        task.setVariable(UpdateProcess.UPDATE_REASON.name(), null);
    }
}
