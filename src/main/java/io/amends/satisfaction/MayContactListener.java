package io.amends.satisfaction;

import io.amends.contact.Channel;
import io.amends.modeling.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Looks up, right before the answer is judged, whether the customer may still be called: their wish binds at once (L-2). */
@Component
class MayContactListener implements ExecutionListener {

    private static final Variable<Boolean> MAY_CONTACT = Variable.of("mayContact", Boolean.class);

    private final Surveys surveys;

    MayContactListener(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MAY_CONTACT.set(execution, surveys.mayContact(execution.getProcessBusinessKey(), Channel.PHONE));
    }
}
