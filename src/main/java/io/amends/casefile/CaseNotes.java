package io.amends.casefile;

import java.util.List;
import java.util.Optional;

/** What a module beyond the case's own process has to say on a case: a word for its head, and entries of its record. */
public interface CaseNotes {

    /** A word that everybody has to see at once; empty where there is none. */
    Optional<String> mark(String caseNumber);

    /** Oldest first. */
    List<CaseNote> notes(String caseNumber);
}
