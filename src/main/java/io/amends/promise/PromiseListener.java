package io.amends.promise;

import io.amends.modeling.Variable;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Picks up what somebody promised while doing a step; the step's form asks for it (K-8). On the case of a customer it is promised to
 * the customer, unless the diagram says in the input {@code promisedTo} that it is promised to the {@code media}.
 */
@Component
class PromiseListener implements TaskListener {

    private static final Variable<String> WHAT = Variable.of(NewPromise.WHAT, String.class);
    private static final Variable<String> GROUP = Variable.of(NewPromise.GROUP, String.class);
    private static final Variable<String> DUE = Variable.of(NewPromise.DUE, String.class);
    private static final Variable<String> TO = Variable.of("promisedTo", String.class);
    private static final Variable<String> CUSTOMER = Variable.of("customer", String.class);

    private final PromiseDesk desk;

    PromiseListener(PromiseDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        String what = WHAT.orElse(task, "");
        if (what.isBlank()) {
            return;
        }
        desk.makeNow(
                task.getExecution().getProcessBusinessKey(),
                new NewPromise(what, GROUP.orElse(task, ""), DUE.orElse(task, ""), to(task)),
                task.getAssignee());
        // the step may come again, and its form opens with what is left behind
        task.setVariable(WHAT.name(), null);
        task.setVariable(GROUP.name(), null);
        task.setVariable(DUE.name(), null);
    }

    private static PromisedTo to(DelegateTask task) {
        return TO.find(task)
                .map(to -> PromisedTo.valueOf(to.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> CUSTOMER.find(task).isPresent() ? PromisedTo.CUSTOMER : PromisedTo.HOUSE);
    }
}
