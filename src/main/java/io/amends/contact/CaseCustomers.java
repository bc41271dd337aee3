package io.amends.contact;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom a case is about. */
@Component
class CaseCustomers {

    private final CaseFiles cases;
    private final ObjectProvider<PossibleCustomers> possible;

    CaseCustomers(CaseFiles cases, ObjectProvider<PossibleCustomers> possible) {
        this.cases = cases;
        this.possible = possible;
    }

    /** The customer of the case; all whom it may be about while that is open; none when nobody knows any. */
    List<String> of(String caseNumber) {
        Optional<CaseFile> file = cases.find(caseNumber);
        Optional<String> known = file.map(CaseFile::customerNumber);
        if (file.isEmpty() || known.isPresent()) {
            return known.stream().toList();
        }
        return possible.stream()
                .flatMap(module -> module.of(caseNumber).stream())
                .distinct()
                .toList();
    }
}
