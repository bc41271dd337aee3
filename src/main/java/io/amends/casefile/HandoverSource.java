package io.amends.casefile;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From whom to whom the case went, and why (K-6). */
@Component
@Order(6)
class HandoverSource implements TimelineSource {

    private final CaseFiles files;

    HandoverSource(CaseFiles files) {
        this.files = files;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return files.handovers(run.file().number()).stream()
                .map(HandoverSource::entry)
                .toList();
    }

    private static TimelineEntry entry(Handover handover) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        details.add(new TimelineEntry.Detail("Reason", handover.reason()));
        if (handover.askedBy() != null) {
            details.add(new TimelineEntry.Detail("Asked by", handover.askedBy()));
        }
        return TimelineEntry.of(handover.at(), handover.to(), TimelineEntry.Kind.EVENT, "Took the case over")
                .changing(handover.from(), handover.to())
                .with(details);
    }
}
