package io.amends.inbox;

import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a complaint with what somebody made of a mail (K-1). */
@Component
class OpenComplaintDelegate implements JavaDelegate {

    /** Fields of the form that intake knows by other names. */
    private static final Map<String, String> FIELDS = Map.of(
            "customerName", InboxProcess.SENDER_NAME.name(),
            "customerMail", InboxProcess.SENDER_MAIL.name());

    private final MailStore store;
    private final MailComplaints complaints;

    OpenComplaintDelegate(MailStore store, MailComplaints complaints) {
        this.store = store;
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Mail mail = store.find(InboxProcess.MAIL_NUMBER.get(execution)).orElseThrow();
        TakenMail taken = new TakenMail(
                mail.number(),
                InboxProcess.SENDER_NAME.get(execution),
                InboxProcess.SENDER_MAIL
                        .find(execution)
                        .filter(it -> !it.isBlank())
                        .orElse(null),
                "",
                InboxProcess.NARRATIVE.get(execution),
                mail.language(),
                mail.receivedAt());
        try {
            MailComplaints.Opened opened = complaints.open(taken, InboxProcess.SUBJECT.get(execution));
            store.settle(mail.number(), MailState.OPENED, opened.caseNumber(), "Somebody made a complaint of it.");
        } catch (FormRefusal refused) {
            throw new FormRefusal(inTermsOfTheForm(refused.findings()));
        }
    }

    private static List<FormRefusal.Finding> inTermsOfTheForm(List<FormRefusal.Finding> findings) {
        return findings.stream()
                .map(finding -> new FormRefusal.Finding(
                        FIELDS.getOrDefault(finding.field(), finding.field()), finding.reason(), finding.label()))
                .toList();
    }
}
