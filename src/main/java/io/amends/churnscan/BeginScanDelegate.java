package io.amends.churnscan;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the scan of the day, unless another one is at work (L-1). */
@Component
class BeginScanDelegate implements JavaDelegate {

    private final ChurnScans scans;
    private final DailyTimer timer;

    BeginScanDelegate(ChurnScans scans, DailyTimer timer) {
        this.scans = scans;
        this.timer = timer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timer.followTheHouse();
        Optional<Long> scan = scans.beginDaily(execution.getProcessInstanceId());
        scan.ifPresent(id -> ChurnScanProcess.SCAN.set(execution, id));
        ChurnScanProcess.SCAN_BEGUN.set(execution, scan.isPresent());
    }
}
