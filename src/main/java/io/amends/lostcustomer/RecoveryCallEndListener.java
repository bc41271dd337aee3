package io.amends.lostcustomer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** However the talk ends, the case does not stand in the line for the contact any more (L-2). */
@Component
class RecoveryCallEndListener implements ExecutionListener {

    private final RecoveryTalk talk;

    RecoveryCallEndListener(RecoveryTalk talk) {
        this.talk = talk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        talk.over(execution.getProcessBusinessKey(), LostCustomerProcess.TALK_RESULT.orElse(execution, ""));
    }
}
