package io.amends.promise;

import io.amends.clock.CaseClocks;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a promise was kept, or moved to another date. */
@Component
class RecordPromiseDelegate implements JavaDelegate {

    private final Promises promises;
    private final CaseClocks clocks;

    RecordPromiseDelegate(Promises promises, CaseClocks clocks) {
        this.promises = promises;
        this.clocks = clocks;
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
            // the step is done but the promise is not kept; with its new date the clock starts again as a new
            // occurrence
            clocks.takeBack(execution.getProcessBusinessKey(), PromiseProcess.clock(id));
            PromiseProcess.OLD_DUE.set(execution, PromiseProcess.DUE.get(execution));
            PromiseProcess.DUE.set(execution, due);
        } else {
            promises.keep(id);
        }
    }
}
