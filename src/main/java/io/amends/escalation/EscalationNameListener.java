package io.amends.escalation;

import io.amends.clock.ClockTitles;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task bears in its name which clock is late, for several escalations of one case run side by side (C-5). */
@Component
class EscalationNameListener implements TaskListener {

    private final ClockTitles titles;

    EscalationNameListener(ClockTitles titles) {
        this.titles = titles;
    }

    @Override
    public void notify(DelegateTask task) {
        ClockRef late = ClockRef.of(task);
        String title = titles.title(late.caseNumber(), late.clock());
        task.setName(task.getBpmnModelElementInstance().getName() + ": " + lowered(title));
    }

    private static String lowered(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
