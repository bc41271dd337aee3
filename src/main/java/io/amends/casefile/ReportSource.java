package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff reported on the case page for the customer. */
@Component
@Order(5)
class ReportSource implements TimelineSource {

    private final CaseReports reports;

    ReportSource(CaseReports reports) {
        this.reports = reports;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return reports.of(run.file().number()).stream().map(ReportSource::entry).toList();
    }

    private static TimelineEntry entry(CaseReports.Report report) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        if (report.choice() != null) {
            details.add(new TimelineEntry.Detail("Chosen", report.choice()));
        }
        if (report.words() != null) {
            details.add(new TimelineEntry.Detail("In words", report.words()));
        }
        return TimelineEntry.of(
                        report.at(), report.userId(), TimelineEntry.Kind.EVENT, "Reported “" + report.label() + "”")
                .with(details)
                .inTurn(Turn.FIRST);
    }
}
