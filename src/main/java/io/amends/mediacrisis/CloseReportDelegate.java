package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps whether a wrong report was corrected or stands (M-11). */
@Component
class CloseReportDelegate implements JavaDelegate {

    private final WrongReports reports;
    private final Clock clock;

    CloseReportDelegate(WrongReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.close(
                WrongReportProcess.WRONG_REPORT_ID.get(execution),
                WrongReportProcess.REPORT_CORRECTED.get(execution) ? WrongReport.CORRECTED : WrongReport.STANDS,
                clock.instant());
    }
}
