package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what a journalist was asked, and later the editor (M-11). The editor is never asked before the journalist: the diagram has
 * no such way, and neither has the record.
 */
@Component
class TakeUpListener implements TaskListener {

    private final WrongReports reports;
    private final Clock clock;

    TakeUpListener(WrongReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        WrongReport report =
                reports.find(WrongReportProcess.WRONG_REPORT_ID.get(task)).orElseThrow();
        Instant now = clock.instant();
        Optional<String> words = WrongReportProcess.CORRECTION_WORDS.find(task).map(String::strip);
        Optional<String> editor = WrongReportProcess.EDITOR_ID.find(task);
        if (editor.isPresent()) {
            if (report.journalistAskedAt() == null) {
                throw new FormRefusal(
                        WrongReportProcess.EDITOR_ID.name(), "comes after the journalist, who was not asked yet");
            }
            reports.askEditor(report.id(), editor.get(), words.orElseThrow(), now);
        } else {
            boolean corrected = WrongReport.CORRECTED.equals(WrongReportProcess.JOURNALIST_SAYS.get(task));
            WrongReportProcess.REPORT_CORRECTED.set(task, corrected);
            if (!corrected) {
                reports.askJournalist(report.id(), words.orElseThrow(), now);
            }
        }
        task.setVariable(WrongReportProcess.CORRECTION_WORDS.name(), null);
    }
}
