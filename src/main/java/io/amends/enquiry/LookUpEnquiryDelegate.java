package io.amends.enquiry;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the question in front of the department. */
@Component
class LookUpEnquiryDelegate implements JavaDelegate {

    private final Enquiries enquiries;

    LookUpEnquiryDelegate(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Enquiry enquiry = enquiries.at(
                execution.getProcessBusinessKey(),
                EnquiryProcess.BATCH.get(execution),
                EnquiryProcess.INDEX.get(execution));
        EnquiryProcess.ID.set(execution, enquiry.id());
        EnquiryProcess.DEPARTMENT.set(execution, enquiry.department());
        EnquiryProcess.QUESTION.set(execution, enquiry.question());
        EnquiryProcess.DUE.set(execution, enquiry.due().toString());
    }
}
