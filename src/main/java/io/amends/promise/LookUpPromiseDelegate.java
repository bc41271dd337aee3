package io.amends.promise;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the promise in front of whoever has to keep it. */
@Component
class LookUpPromiseDelegate implements JavaDelegate {

    private final Promises promises;

    LookUpPromiseDelegate(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PromiseRow promise = promises.at(
                execution.getProcessBusinessKey(),
                PromiseProcess.BATCH.get(execution),
                PromiseProcess.INDEX.get(execution));
        PromiseProcess.ID.set(execution, promise.id());
        PromiseProcess.WHAT.set(execution, promise.what());
        PromiseProcess.GROUP.set(execution, promise.group());
        execution.setVariable(PromiseProcess.PERSON.name(), promise.person());
        PromiseProcess.DUE.set(execution, promise.due().toString());
        PromiseProcess.TO_CUSTOMER.set(execution, promise.to() == PromisedTo.CUSTOMER);
        forgetLastMove(execution);
    }

    /** The form opens again after a move; last time's answer must not be sent once more. */
    private static void forgetLastMove(DelegateExecution execution) {
        if (PromiseProcess.KEPT.find(execution).isPresent()) {
            execution.setVariable(PromiseProcess.KEPT.name(), null);
            execution.setVariable(PromiseProcess.NEW_DUE.name(), null);
            execution.setVariable(PromiseProcess.MOVED_REASON.name(), null);
        }
    }
}
