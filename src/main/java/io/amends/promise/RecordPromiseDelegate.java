package io.amends.promise;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a promise was kept, or moved to another date. */
@Component
class RecordPromiseDelegate implements JavaDelegate {

    private final Promises promises;

    RecordPromiseDelegate(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = PromiseProcess.ID.get(execution);
        if ("moved".equals(PromiseProcess.KEPT.get(execution))) {
            String due = PromiseProcess.NEW_DUE.get(execution);
            promises.move(
                    id,
                    LocalDate.parse(due),
                    PromiseProcess.MOVED_REASON.find(execution).orElse(null));
            PromiseProcess.OLD_DUE.set(execution, PromiseProcess.DUE.get(execution));
            PromiseProcess.DUE.set(execution, due);
        } else {
            promises.keep(id);
        }
    }
}
