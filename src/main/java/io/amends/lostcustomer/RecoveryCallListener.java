package io.amends.lostcustomer;

import io.amends.casefile.CaseVariables;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps a call and what came of it (L-8); what the customer said goes to our tables and leaves the process. */
@Component
class RecoveryCallListener implements TaskListener {

    private final RecoveryTalk talk;
    private final Clock clock;

    RecoveryCallListener(RecoveryTalk talk, Clock clock) {
        this.talk = talk;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        CallResult result = CallResult.of(RecoveryCallProcess.CALL_RESULT.get(task));
        LocalDate again =
                result == CallResult.NOT_NOW ? withinAYear(LostCustomerProcess.CALL_AGAIN_ON.get(task)) : null;
        TalkSoFar soFar = talk.called(
                task.getExecution().getProcessBusinessKey(),
                CaseVariables.CUSTOMER.get(task),
                task.getAssignee(),
                result,
                again,
                LostCustomerProcess.MINUTES.find(task).orElse(null),
                RecoveryCallProcess.CUSTOMER_WORDS
                        .find(task)
                        .filter(words -> !words.isBlank())
                        .orElse(null));
        LostCustomerProcess.TALK_RESULT.set(task, result.code());
        LostCustomerProcess.TRIED.set(task, soFar.calls().size());
        RecoveryCallProcess.REACHED.set(task, soFar.reached());
        // the next call's form opens with what is left behind
        task.setVariable(LostCustomerProcess.CALL_AGAIN_ON.name(), again == null ? null : again.toString());
        task.setVariable(RecoveryCallProcess.CALL_RESULT.name(), null);
        task.setVariable(RecoveryCallProcess.CUSTOMER_WORDS.name(), null);
    }

    private LocalDate withinAYear(String typed) {
        LocalDate day = LocalDate.parse(typed);
        LocalDate last = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusYears(1);
        if (day.isAfter(last)) {
            throw new FormRefusal(LostCustomerProcess.CALL_AGAIN_ON.name(), "is at most a year ahead, until " + last);
        }
        return day;
    }
}
