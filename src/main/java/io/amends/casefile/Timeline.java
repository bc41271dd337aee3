package io.amends.casefile;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The record of a case in order, newest last; of what happened at the same moment the cause stands before the effect. */
@Component
class Timeline {

    private final CaseEngine engine;
    private final List<TimelineSource> sources;

    Timeline(CaseEngine engine, List<TimelineSource> sources) {
        this.engine = engine;
        this.sources = sources;
    }

    List<TimelineEntry> of(CaseFile file) {
        return of(engine.run(file));
    }

    List<TimelineEntry> of(CaseRun run) {
        return engine.unchecked(() -> sources.stream()
                .flatMap(source -> source.entries(run).stream())
                .sorted(Comparator.comparing((TimelineEntry entry) -> entry.at())
                        .thenComparingLong(TimelineEntry::turn))
                .toList());
    }
}
