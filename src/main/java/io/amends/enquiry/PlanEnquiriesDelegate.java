package io.amends.enquiry;

import io.amends.modeling.JsonLists;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down one enquiry for each chosen department. */
@Component
class PlanEnquiriesDelegate implements JavaDelegate {

    private final Enquiries enquiries;

    PlanEnquiriesDelegate(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> departments = JsonLists.strings(execution.getVariable(EnquiryProcess.DEPARTMENTS));
        int batch = enquiries.ask(
                execution.getProcessBusinessKey(),
                departments,
                EnquiryProcess.DEPARTMENT_QUESTION.get(execution),
                LocalDate.parse(EnquiryProcess.ANSWER_BY.get(execution)));
        EnquiryProcess.BATCH.set(execution, batch);
        EnquiryProcess.COUNT.set(execution, departments.size());
        // the form opens again with the answers; last time's question must not be sent once more
        execution.setVariable(EnquiryProcess.NEXT_STEP, null);
        execution.setVariable(EnquiryProcess.DEPARTMENT_QUESTION.name(), null);
    }
}
