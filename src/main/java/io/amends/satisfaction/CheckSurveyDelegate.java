package io.amends.satisfaction;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.Variable;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whether this person may be asked now; the diagram says how often at most (K-16, L-2). */
@Component
class CheckSurveyDelegate implements JavaDelegate {

    private static final Variable<String> AT_MOST_EVERY_DAYS = Variable.of("atMostEveryDays", String.class);
    private static final Variable<Boolean> SURVEY_ALLOWED = Variable.of("surveyAllowed", Boolean.class);

    private final Surveys surveys;
    private final CaseFiles cases;
    private final CustomerDirectory customers;

    CheckSurveyDelegate(Surveys surveys, CaseFiles cases, CustomerDirectory customers) {
        this.surveys = surveys;
        this.cases = cases;
        this.customers = customers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Optional<Customer> customer =
                cases.find(caseNumber).map(CaseFile::customerNumber).flatMap(customers::byNumber);
        Duration pause = Duration.ofDays(Long.parseLong(AT_MOST_EVERY_DAYS.get(execution)));
        boolean allowed = CaseVariables.CAN_WRITE.get(execution)
                && customer.filter(Customer::doNotContact).isEmpty()
                && customer.filter(known -> surveys.askedWithin(known.number(), pause))
                        .isEmpty();
        SURVEY_ALLOWED.set(execution, allowed);
        if (allowed) {
            surveys.asked(
                    caseNumber,
                    CaseVariables.EPISODE.get(execution),
                    customer.map(Customer::number).orElse(null));
        }
    }
}
