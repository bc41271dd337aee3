package io.amends.churnscan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The scan is over (L-1). */
@Component
class FinishScanDelegate implements JavaDelegate {

    private final ScanWork work;

    FinishScanDelegate(ScanWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.finish(ChurnScanProcess.SCAN.get(execution));
    }
}
