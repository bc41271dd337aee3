package io.amends.mediacrisis;

import io.amends.mediacrisis.MessageApprovals.Approval;
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
 * Keeps what was decided on the core messages (M-9). Who approves signs what we never do (M-8); who sends back says why. The diagram
 * says in the input {@code approvalRole} as what somebody decides.
 */
@Component
class MessageApprovalListener implements TaskListener {

    static final Variable<String> ROLE = Variable.of("approvalRole", String.class);
    static final String DECISION = "messagesDecision";
    static final String REASON = "sendBackReason";

    /** What is signed, by the tick that signs it. */
    static final Map<String, String> NEVER = never();

    private static final String APPROVE = "approve";

    private final MessageApprovals approvals;
    private final TaskDoer doer;
    private final Clock clock;

    MessageApprovalListener(MessageApprovals approvals, TaskDoer doer, Clock clock) {
        this.approvals = approvals;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean approved = TaskDoer.text(task, DECISION).equals(APPROVE);
        String reason = TaskDoer.text(task, REASON);
        if (approved) {
            mustBeSigned(task);
        } else if (reason.isEmpty()) {
            throw new FormRefusal(REASON, "is required, so that whoever wrote the messages knows what to change");
        }
        approvals.add(
                task.getExecution().getProcessBusinessKey(),
                new Approval(
                        MediaCrisisProcess.MESSAGE_VERSION.get(task),
                        ROLE.get(task),
                        approved,
                        doer.of(task),
                        clock.instant(),
                        approved ? null : reason,
                        approved ? String.join(", ", NEVER.values()) : null));
        if (!approved) {
            MediaCrisisProcess.SENT_BACK.set(task, true);
        }
        TaskDoer.forget(task, DECISION, REASON);
        // nobody finds the list signed by somebody else
        TaskDoer.forget(task, NEVER.keySet().toArray(String[]::new));
    }

    private static void mustBeSigned(DelegateTask task) {
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
