package io.amends.complaint;

import io.amends.imports.ImportTarget;
import io.amends.imports.Row;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rows that become complaints, each in a transaction of its own. */
@Component
class ComplaintImport implements ImportTarget<NewComplaint> {

    private final ComplaintIntake intake;
    private final Clock clock;

    ComplaintImport(ComplaintIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public Set<String> fields() {
        var fields = new HashSet<>(ComplaintDraft.TEXTS);
        fields.addAll(ComplaintDraft.FLAGS);
        return fields;
    }

    @Override
    public Set<String> required() {
        return Set.of("externalId", "customerName", "channel", "subject", "narrative");
    }

    @Override
    public NewComplaint read(String source, Row row) {
        var draft = new ComplaintDraft(row.fields(), source, "message", clock);
        // without an id a second import could not tell that the row was taken
        if (!row.fields().containsKey("externalId")) {
            draft.faults().add(0, Fault.of("externalId", "required"));
        }
        return draft.complaint();
    }

    @Override
    public List<Outcome> take(String source, List<NewComplaint> rows) {
        return rows.stream().map(this::take).toList();
    }

    private Outcome take(NewComplaint complaint) {
        var taken = intake.take(complaint);
        if (taken.known()) {
            return Outcome.KNOWN;
        }
        return taken.joined() ? Outcome.JOINED : Outcome.TAKEN;
    }
}
