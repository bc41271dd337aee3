package io.amends.churnscan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks at the next customers (L-1). */
@Component
class FindLostCustomersDelegate implements JavaDelegate {

    private final ScanWork work;

    FindLostCustomersDelegate(ScanWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChurnScanProcess.ALL_LOOKED_AT.setIfOther(execution, work.look(ChurnScanProcess.SCAN.get(execution)));
    }
}
