package io.amends.casefile;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What other modules noted on the case. */
@Component
@Order(9)
class NoteSource implements TimelineSource {

    private final ObjectProvider<CaseNotes> notes;

    NoteSource(ObjectProvider<CaseNotes> notes) {
        this.notes = notes;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return notes.orderedStream()
                .flatMap(one -> one.notes(run.file().number()).stream())
                .map(NoteSource::entry)
                .toList();
    }

    private static TimelineEntry entry(CaseNote note) {
        return TimelineEntry.of(note.at(), note.who(), TimelineEntry.Kind.OPERATION, note.what())
                .with(note.details().entrySet().stream()
                        .map(detail -> new TimelineEntry.Detail(detail.getKey(), detail.getValue()))
                        .toList());
    }
}
