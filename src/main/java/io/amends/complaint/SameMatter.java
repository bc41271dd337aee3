package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the case that a known customer's complaint belongs to or repeats (K-3). */
@Component
class SameMatter {

    private static final int FAR_ENOUGH_BACK = 20;

    private final ComplaintTable table;
    private final CaseFiles cases;
    private final IntakeProperties properties;

    SameMatter(ComplaintTable table, CaseFiles cases, IntakeProperties properties) {
        this.table = table;
        this.cases = cases;
        this.properties = properties;
    }

    /** The customer's cases on a subject, newest first. */
    List<CaseFile> casesOf(String customerNumber, String subject) {
        return table.casesOfMatter(customerNumber, subject, FAR_ENOUGH_BACK).stream()
                .map(cases::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The case that a contact joins: an open one, else one that still waits for the customer (K-14). */
    static Optional<CaseFile> joinable(List<CaseFile> matter) {
        return inState(matter, "open").or(() -> inState(matter, "unanswered"));
    }

    /** The case that a complaint repeats. */
    Optional<CaseFile> repeated(List<CaseFile> matter, Instant receivedAt) {
        return matter.stream()
                .filter(file -> file.closedAt() != null
                        && !file.closedAt().plus(properties.repeatWithin()).isBefore(receivedAt))
                .findFirst();
    }

    private static Optional<CaseFile> inState(List<CaseFile> matter, String state) {
        return matter.stream().filter(file -> file.state().equals(state)).findFirst();
    }
}
