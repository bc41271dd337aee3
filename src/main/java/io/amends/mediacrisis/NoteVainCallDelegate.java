package io.amends.mediacrisis;

import io.amends.clock.CaseClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A call that nobody answered has not been returned: its clock is not met, and the next try is due by the same time (M-5). */
@Component
class NoteVainCallDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    NoteVainCallDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.takeBack(
                execution.getProcessBusinessKey(),
                MediaCrisisProcess.RETURN_CALL + "-" + MediaCrisisProcess.EVENT_ID.get(execution));
    }
}
