package io.amends.satisfaction;

import io.amends.modeling.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps the score that a customer gave on the courtesy call, if they gave one (K-17, K-21). */
@Component
class CourtesyScoreListener implements TaskListener {

    private static final Variable<Integer> SCORE = Variable.of("score", Integer.class);

    private final Surveys surveys;

    CourtesyScoreListener(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void notify(DelegateTask task) {
        SCORE.find(task).ifPresent(score -> surveys.told(task.getExecution().getProcessBusinessKey(), score));
    }
}
