package io.amends.tone;

import java.util.List;

/** The hints that staff were given, for the record of a case. */
public interface Hints {

    /** Of a case, oldest first. */
    List<Hint> of(String caseNumber);
}
