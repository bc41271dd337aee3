package io.amends.complaint;

import io.amends.casefile.MediaThreat;
import io.amends.complaint.Contacts.Contact;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Turns something new into the facts that the severity depends on; the diagram says what it was in the input {@code news} (K-4).
 * Word of going to the press is told to whoever answers the media (M-1).
 */
@Component
class RecordNewsDelegate implements JavaDelegate {

    private static final String MEDIA_THREAT = "media-threat";

    private final Complaints complaints;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;

    RecordNewsDelegate(Complaints complaints, Contacts contacts, ApplicationEventPublisher events) {
        this.complaints = complaints;
        this.contacts = contacts;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String news = ComplaintProcess.NEWS.get(execution);
        switch (news) {
            case "contacted-again" ->
                ComplaintProcess.CONTACTS.set(execution, ComplaintProcess.CONTACTS.orElse(execution, 1) + 1);
            case MEDIA_THREAT -> {
                ComplaintProcess.MEDIA_THREAT.set(execution, true);
                String caseNumber = execution.getProcessBusinessKey();
                events.publishEvent(new MediaThreat(caseNumber, words(caseNumber)));
            }
            case "regulator" -> ComplaintProcess.REGULATOR.set(execution, true);
            default -> throw new IllegalStateException("Unknown news: " + news);
        }
    }

    /** The last that was said of it, else what the complaint is about. */
    private String words(String caseNumber) {
        return contacts.of(caseNumber).stream()
                .filter(contact ->
                        contact.kind().equals(MEDIA_THREAT) && !contact.text().isBlank())
                .map(Contact::text)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> complaints.find(caseNumber).orElseThrow().narrative());
    }
}
