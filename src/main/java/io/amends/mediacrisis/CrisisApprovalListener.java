package io.amends.mediacrisis;

import io.amends.mediacrisis.CrisisApprovals.Approval;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.Variable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided on what the house wants to say (M-9). Who approves signs what we never do (M-8); who sends back says why. The
 * diagram says in the input {@code approvalOf} of what it is, and in {@code approvalRole} as what somebody decides.
 */
@Component
class CrisisApprovalListener implements TaskListener {

    static final Variable<String> ROLE = Variable.of("approvalRole", String.class);

    /** What is signed, by the tick that signs it. */
    static final Map<String, String> NEVER = never();

    private static final String APPROVE = "approve";

    private final CrisisApprovals approvals;
    private final TaskDoer doer;
    private final Clock clock;

    CrisisApprovalListener(CrisisApprovals approvals, TaskDoer doer, Clock clock) {
        this.approvals = approvals;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        ApprovalForm form = ApprovalForm.of(task);
        boolean approved = TaskDoer.text(task, form.decision()).equals(APPROVE);
        String reason = TaskDoer.text(task, form.reason());
        if (approved) {
            mustBeSigned(task);
        } else if (reason.isEmpty()) {
            throw new FormRefusal(form.reason(), "is required, so that whoever wrote it knows what to change");
        }
        approvals.add(
                task.getExecution().getProcessBusinessKey(),
                new Approval(
                        form.approvable(task),
                        ROLE.get(task),
                        approved,
                        doer.of(task),
                        clock.instant(),
                        approved ? null : reason,
                        approved ? signed() : null));
        if (!approved) {
            MediaCrisisProcess.SENT_BACK.set(task, true);
        }
        TaskDoer.forget(task, form.decision(), form.reason());
        forgetSigned(task);
    }

    /** What whoever approves has signed, in words. */
    static String signed() {
        return String.join(", ", NEVER.values());
    }

    /** Nobody finds the list signed by somebody else. */
    static void forgetSigned(DelegateTask task) {
        TaskDoer.forget(task, NEVER.keySet().toArray(String[]::new));
    }

    /** Whoever approves signs each line of what we never do (M-8). */
    static void mustBeSigned(DelegateTask task) {
        List<Finding> open = NEVER.entrySet().stream()
                .filter(one -> !Boolean.TRUE.equals(task.getVariable(one.getKey())))
                .map(one -> new Finding(one.getKey(), "must be signed: " + one.getValue()))
                .toList();
        if (!open.isEmpty()) {
            throw new FormRefusal(open);
        }
    }

    private static Map<String, String> never() {
        Map<String, String> never = new LinkedHashMap<>();
        never.put("neverLie", "no lie");
        never.put("neverThreaten", "no threat to a reporter or editor");
        never.put("neverAdvertise", "no coverage tied to advertising");
        never.put("neverNoComment", "no \"no comment\"");
        return never;
    }
}
