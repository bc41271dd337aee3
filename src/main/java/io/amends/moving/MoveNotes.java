package io.amends.moving;

import io.amends.casefile.CaseNote;
import io.amends.casefile.CaseNotes;
import io.amends.casefile.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a case's page and record say of its moves. */
@Component
class MoveNotes implements CaseNotes {

    private final MoveTable table;

    MoveNotes(MoveTable table) {
        this.table = table;
    }

    @Override
    public Optional<String> mark(String caseNumber) {
        return Optional.empty();
    }

    @Override
    public List<CaseNote> notes(String caseNumber) {
        Map<Long, List<CaseMove>> moves = new LinkedHashMap<>();
        table.ofCase(caseNumber).forEach(one -> moves.computeIfAbsent(one.moveId(), id -> new ArrayList<>())
                .add(one));
        return moves.values().stream().map(MoveNotes::note).toList();
    }

    private static CaseNote note(List<CaseMove> processes) {
        CaseMove first = processes.get(0);
        Map<String, String> details = new LinkedHashMap<>();
        processes.forEach(one -> details.merge(
                Words.label(one.processKey()),
                "version " + one.from() + " to " + one.to(),
                (earlier, more) -> earlier.contains(more) ? earlier : earlier + ", " + more));
        details.put("Move", Long.toString(first.moveId()));
        boolean same = processes.stream().allMatch(one -> one.from() == first.from() && one.to() == first.to());
        String what = same
                ? "Moved from version " + first.from() + " to " + first.to() + " of its diagrams"
                : "Moved to the newest version of its diagrams";
        return new CaseNote(first.at(), first.by(), what, details);
    }
}
