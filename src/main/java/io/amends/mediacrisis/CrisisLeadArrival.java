package io.amends.mediacrisis;

import io.amends.callout.CallAnswered;
import io.amends.callout.CallOuts;
import io.amends.modeling.AsTheHouse;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives approvals that wait for the crisis lead to whoever answers the call-out only now (M-3, M-9), as {@link CrisisLeadListener} does later on. */
@Component
class CrisisLeadArrival {

    private static final String[] AS_CRISIS_LEAD = {"Task_ApproveStatementAsCrisisLead", "Task_ApproveAsCrisisLead"};

    private final TaskService tasks;
    private final CrisisApprovals approvals;
    private final CallOuts callOuts;
    private final AsTheHouse house;

    CrisisLeadArrival(TaskService tasks, CrisisApprovals approvals, CallOuts callOuts, AsTheHouse house) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.callOuts = callOuts;
        this.house = house;
    }

    @EventListener
    void arrives(CallAnswered call) {
        if (call.role().equals(CrisisApprovals.CRISIS_LEAD)) {
            house.run(() -> {
                waiting(call.caseNumber()).forEach(task -> give(task, call));
                return true;
            });
        }
    }

    private Iterable<Task> waiting(String caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKeyIn(AS_CRISIS_LEAD)
                .taskUnassigned()
                .list();
    }

    private void give(Task task, CallAnswered call) {
        Map<String, Object> known = tasks.getVariables(task.getId());
        Approvable what = ApprovalForm.of(String.valueOf(known.get(ApprovalForm.APPROVAL_OF.name())))
                .approvable(name -> String.valueOf(known.get(name)));
        boolean author = call.userId().equals(known.get(MediaCrisisProcess.PROPOSER.name()));
        // who took both roles approves as director, which nobody else may
        boolean director =
                callOuts.answeredBy(call.caseNumber(), CrisisApprovals.DIRECTOR).equals(Optional.of(call.userId()));
        if (!author
                && !director
                && approvals
                        .decidedOtherwise(call.caseNumber(), what, CrisisApprovals.CRISIS_LEAD, call.userId())
                        .isEmpty()) {
            tasks.setAssignee(task.getId(), call.userId());
        }
    }
}
