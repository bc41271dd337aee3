package io.amends.seal;

import io.amends.casefile.CaseChanged;
import io.amends.casefile.CaseClosed;
import io.amends.casefile.CaseIdentified;
import io.amends.casefile.CaseTouched;
import io.amends.clock.ClocksChanged;
import io.amends.letter.LetterChanged;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.spring.boot.starter.event.ExecutionEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Everything that the house itself does to a closed case makes it due for a further seal, in the transaction that does it. So what differs from
 * a seal without being due was changed past the house.
 */
@Component
class SealMarks {

    private final Seals seals;

    SealMarks(Seals seals) {
        this.seals = seals;
    }

    @EventListener
    void closed(CaseClosed event) {
        seals.changed(event.caseNumber(), "closed");
    }

    @EventListener
    void changed(CaseChanged event) {
        seals.changed(event.caseNumber(), event.what());
    }

    @EventListener
    void touched(CaseTouched event) {
        seals.changed(event.caseNumber(), "reported");
    }

    @EventListener
    void identified(CaseIdentified event) {
        seals.changed(event.caseNumber(), "identified");
    }

    @EventListener
    void clocks(ClocksChanged event) {
        seals.changed(event.caseNumber(), "clocks");
    }

    @EventListener
    void letter(LetterChanged event) {
        seals.changed(event.caseNumber(), event.what());
    }

    /** All that a process does lies between its start and its end, and none of the case is sealed before that end. */
    @EventListener
    void process(ExecutionEvent event) {
        String caseNumber = event.getProcessBusinessKey();
        if (caseNumber != null && begins(event)) {
            seals.changed(caseNumber, "process");
        }
    }

    private static boolean begins(ExecutionEvent event) {
        return ExecutionListener.EVENTNAME_START.equals(event.getEventName())
                && event.getId().equals(event.getProcessInstanceId())
                && event.getParentActivityInstanceId() == null;
    }
}
