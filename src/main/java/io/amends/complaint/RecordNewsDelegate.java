package io.amends.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Turns something new into the facts that the severity depends on; the diagram says what it was in the input {@code news} (K-4). */
@Component
class RecordNewsDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String news = ComplaintProcess.NEWS.get(execution);
        switch (news) {
            case "contacted-again" ->
                ComplaintProcess.CONTACTS.set(execution, ComplaintProcess.CONTACTS.orElse(execution, 1) + 1);
            case "media-threat" -> ComplaintProcess.MEDIA_THREAT.set(execution, true);
            case "regulator" -> ComplaintProcess.REGULATOR.set(execution, true);
            default -> throw new IllegalStateException("Unknown news: " + news);
        }
    }
}
