package io.amends.mediacrisis;

import io.amends.modeling.AsTheHouse;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who does a task: whoever completes it, who need not have claimed it. */
@Component
class TaskDoer {

    private final AsTheHouse house;

    TaskDoer(AsTheHouse house) {
        this.house = house;
    }

    @Nullable
    String of(DelegateTask task) {
        return house.caller().orElse(task.getAssignee());
    }

    static String text(DelegateTask task, String name) {
        Object typed = task.getVariable(name);
        return typed == null
                ? ""
                : typed.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** The step may come again, and its form opens with what is left behind. */
    static void forget(DelegateTask task, String... names) {
        for (String name : names) {
            task.setVariable(name, null);
        }
    }
}
