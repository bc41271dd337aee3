package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.JsonLists;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps how we speak and to whom (M-10); a mailing needs somebody who gets it. */
@Component
class WaysListener implements TaskListener {

    static final String WAYS = "chosenWays";
    static final String RECIPIENTS = "recipients";

    /** Ways that are a mailing to the media register. */
    static final Set<String> MAILINGS = Set.of("press-release", "situation-report", "video-release");

    private final ChosenWays chosen;

    WaysListener(ChosenWays chosen) {
        this.chosen = chosen;
    }

    @Override
    public void notify(DelegateTask task) {
        List<String> ways = JsonLists.strings(task.getVariable(WAYS));
        List<String> recipients = JsonLists.strings(task.getVariable(RECIPIENTS));
        if (ways.isEmpty()) {
            throw new FormRefusal(WAYS, "must name at least one way to speak");
        }
        if (recipients.isEmpty() && ways.stream().anyMatch(MAILINGS::contains)) {
            throw new FormRefusal(RECIPIENTS, "must name at least one person for a mailing");
        }
        chosen.choose(
                task.getExecution().getProcessBusinessKey(),
                MediaCrisisProcess.MESSAGE_VERSION.get(task),
                ways,
                recipients);
        MediaCrisisProcess.WAYS.set(task, ways.size());
        TaskDoer.forget(task, WAYS, RECIPIENTS);
    }
}
