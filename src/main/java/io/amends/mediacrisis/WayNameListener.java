package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task bears in its name which way of speaking it is about, for several run side by side (M-10). */
@Component
class WayNameListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setName(task.getBpmnModelElementInstance().getName() + ": " + CrisisWords.way(SpeakProcess.WAY.get(task)));
    }
}
