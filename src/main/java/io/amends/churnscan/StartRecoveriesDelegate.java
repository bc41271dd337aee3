package io.amends.churnscan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes up the next of those who were found, the most valuable first (L-1). */
@Component
class StartRecoveriesDelegate implements JavaDelegate {

    private final ScanWork work;

    StartRecoveriesDelegate(ScanWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChurnScanProcess.ALL_TAKEN_UP.setIfOther(execution, work.start(ChurnScanProcess.SCAN.get(execution)));
    }
}
