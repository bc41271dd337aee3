package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.inbox.Mails;
import io.amends.inbox.TakenMail;
import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a complaint of its own for a mail that joined a case and speaks of another matter (K-3); both show each other. */
@Component
class OpenComplaintFromMailDelegate implements JavaDelegate {

    private final Mails mails;
    private final ComplaintsFromMail complaints;
    private final ComplaintIntake intake;
    private final CaseFiles cases;

    OpenComplaintFromMailDelegate(Mails mails, ComplaintsFromMail complaints, ComplaintIntake intake, CaseFiles cases) {
        this.mails = mails;
        this.complaints = complaints;
        this.intake = intake;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String here = execution.getProcessBusinessKey();
        TakenMail mail = mails.find(ReadMailProcess.MAIL_NUMBER.get(execution)).orElseThrow();
        String subject = ReadMailProcess.NEW_SUBJECT.get(execution);
        ComplaintIntake.Taken taken = intake.take(complaints.complaint(mail, mail.number() + "/" + subject, subject));
        if (taken.caseNumber().equals(here)) {
            throw new FormRefusal(
                    ReadMailProcess.NEW_SUBJECT.name(),
                    "is what this very case is about; choose another, or that there is nothing to pass on");
        }
        cases.link(here, taken.caseNumber(), "related");
    }
}
