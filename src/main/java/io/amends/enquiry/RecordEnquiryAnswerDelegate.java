package io.amends.enquiry;

import io.amends.staff.People;
import io.amends.staff.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the department's answer and who gave it. */
@Component
class RecordEnquiryAnswerDelegate implements JavaDelegate {

    private final Enquiries enquiries;
    private final People people;

    RecordEnquiryAnswerDelegate(Enquiries enquiries, People people) {
        this.enquiries = enquiries;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        enquiries.answer(
                EnquiryProcess.ID.get(execution),
                EnquiryProcess.ANSWER.get(execution),
                people.signedIn().map(Person::userId).orElse(null));
    }
}
