package io.amends.imports;

import io.amends.imports.ImportTarget.Outcome;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** One file on its way in: each row is taken or refused on its own. */
class ImportRun<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int FAULTS_IN_A_ROW = 10;

    private final ImportTarget<T> target;
    private final String source;
    private final RowReader reader;
    private final ImportReport report;
    private final List<Waiting<T>> waiting = new ArrayList<>();
    private int faults;

    ImportRun(ImportTarget<T> target, String source, RowReader reader, ImportReport report) {
        this.target = target;
        this.source = source;
        this.reader = reader;
        this.report = report;
    }

    /** Takes all rows and says why it stopped early, or nothing. */
    String all(CsvRecords records) throws IOException {
        for (var next = records.next(); next != null && faults < FAULTS_IN_A_ROW; next = records.next()) {
            report.row();
            read(next);
        }
        takeWaiting();
        try {
            target.finish();
        } catch (RuntimeException fault) {
            LOG.error("Import of {}: the rows are taken, but finishing failed", target.name(), fault);
            return "all rows were read, but the work after them failed; import the file again";
        }
        return faults < FAULTS_IN_A_ROW
                ? ""
                : "too many rows in a row could not be stored; import the file again later";
    }

    private void read(CsvRecord next) throws IOException {
        if (next.fault() != null) {
            report.refused(next.line(), List.of(new Finding("row", next.fault())));
            return;
        }
        try {
            waiting.add(new Waiting<>(next.line(), target.read(source, reader.row(next))));
        } catch (FormRefusal refusal) {
            report.refused(next.line(), refusal.findings());
            return;
        } catch (RuntimeException fault) {
            fault(next.line(), fault);
            return;
        }
        if (waiting.size() >= target.together()) {
            takeWaiting();
        }
    }

    private void takeWaiting() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        var rows = List.copyOf(waiting);
        waiting.clear();
        if (rows.size() == 1) {
            take(rows.get(0));
            return;
        }
        List<Outcome> outcomes;
        try {
            outcomes = target.take(source, rows.stream().map(Waiting::row).toList());
        } catch (RuntimeException oneOfThem) {
            for (var row : rows) {
                take(row);
            }
            return;
        }
        outcomes.forEach(report::became);
        faults = 0;
    }

    private void take(Waiting<T> row) throws IOException {
        try {
            target.take(source, List.of(row.row())).forEach(report::became);
            faults = 0;
        } catch (FormRefusal refusal) {
            report.refused(row.line(), refusal.findings());
        } catch (RuntimeException fault) {
            fault(row.line(), fault);
        }
    }

    private void fault(long line, RuntimeException fault) throws IOException {
        faults++;
        // the message may hold what the row holds, so only the kind of fault is logged
        LOG.error(
                "Import of {}: line {} failed with {}",
                target.name(),
                line,
                NestedExceptionUtils.getMostSpecificCause(fault).getClass().getName());
        report.refused(line, List.of(new Finding("row", "could not be stored; the operators' log says more")));
    }

    private record Waiting<T>(long line, T row) {}
}
