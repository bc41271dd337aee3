package io.amends.satisfaction;

import io.amends.casefile.CaseVariables;
import io.amends.contact.Channel;
import io.amends.modeling.Variable;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whether this person may be asked now; the diagram says how often at most (K-16, L-2). */
@Component
class CheckSurveyDelegate implements JavaDelegate {

    private static final Variable<String> AT_MOST_EVERY_DAYS = Variable.of("atMostEveryDays", String.class);
    private static final Variable<Boolean> SURVEY_ALLOWED = Variable.of("surveyAllowed", Boolean.class);

    private final Surveys surveys;

    CheckSurveyDelegate(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Duration pause = Duration.ofDays(Long.parseLong(AT_MOST_EVERY_DAYS.get(execution)));
        boolean reachable = CaseVariables.CAN_WRITE.get(execution) && surveys.mayContact(caseNumber, Channel.MAIL);
        SURVEY_ALLOWED.set(
                execution, reachable && surveys.ask(caseNumber, CaseVariables.EPISODE.get(execution), pause));
    }
}
