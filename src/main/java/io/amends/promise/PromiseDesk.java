package io.amends.promise;

import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is promised beside the steps that plan promises: on the case page, or while speaking with a customer (K-8). */
@Service
public class PromiseDesk {

    private final Promises promises;
    private final PromiseCheck check;
    private final PromisableCases cases;
    private final RuntimeService runtime;
    private final AsTheHouse house;

    PromiseDesk(
            Promises promises, PromiseCheck check, PromisableCases cases, RuntimeService runtime, AsTheHouse house) {
        this.promises = promises;
        this.check = check;
        this.cases = cases;
        this.runtime = runtime;
        this.house = house;
    }

    /** Whether anything more can be promised on the case. */
    public boolean takes(String caseNumber) {
        return cases.isOpen(caseNumber) && listener(caseNumber) != null;
    }

    /**
     * Makes a promise that stands from now on and lets the case's process give its task to whoever keeps it.
     *
     * @param by user id of whoever promised it, or null when unknown
     * @throws FormRefusal naming every field that does not fit, also when the case is closed or withdrawn
     * @throws OptimisticLockingFailureException when the case moved on at this very moment; the same again will do
     */
    @Transactional
    public void makeNow(String caseNumber, NewPromise promise, @Nullable String by) {
        LocalDate due = check.due(promise);
        Execution listener = cases.isOpen(caseNumber) ? listener(caseNumber) : null;
        if (listener == null) {
            throw new FormRefusal(List.of(new Finding(
                    NewPromise.WHAT,
                    "cannot be promised any more, for the case is closed, withdrawn or unknown",
                    "This")));
        }
        String batch = promises.say(caseNumber, promise.what().strip(), promise.group(), due, promise.to(), by);
        tell(listener, batch);
    }

    private void tell(Execution listener, String batch) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(PromiseProcess.MADE)
                .processInstanceId(listener.getProcessInstanceId())
                .setVariablesToTriggeredScope(
                        Map.of(PromiseProcess.BATCH.name(), batch, PromiseProcess.INDEX.name(), 0));
        try {
            house.run(correlation::correlateWithResult);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case moved on meanwhile", e);
        }
    }

    /** The case's own process; those that it calls do not listen. */
    private @Nullable Execution listener(String caseNumber) {
        return house.run(() -> runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(PromiseProcess.MADE)
                .list()
                .stream()
                .findFirst()
                .orElse(null));
    }
}
