package io.amends.callout;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Nobody answers a call-out but the person whose turn it is: neither a superior nor an administrator for them (C-5). The task bears
 * the role in its name, for one person can be called for two.
 */
@Component
class CalledPersonListener implements TaskListener {

    private static final String FIELD = "assignee";

    private final AsTheHouse house;

    CalledPersonListener(AsTheHouse house) {
        this.house = house;
    }

    @Override
    public void notify(DelegateTask task) {
        String called = CallOutProcess.CALLED_PERSON.get(task);
        if (!called.equals(task.getAssignee())) {
            throw new FormRefusal(FIELD, "must be whoever is called at the moment: " + called);
        }
        if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            CallOutRole.of(CallOutProcess.ROLE.get(task)).ifPresent(role -> task.setName(name(task, role)));
        }
        boolean byAnother = house.caller().filter(who -> !who.equals(called)).isPresent();
        if (EVENTNAME_COMPLETE.equals(task.getEventName()) && byAnother) {
            throw new FormRefusal(
                    FIELD, "must be whoever completes the task; only " + called + " can answer this call");
        }
    }

    private static String name(DelegateTask task, CallOutRole role) {
        return task.getBpmnModelElementInstance().getName() + ": " + role.title();
    }
}
