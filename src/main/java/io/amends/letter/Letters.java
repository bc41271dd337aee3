package io.amends.letter;

import java.util.List;
import java.util.Map;

/** The letter desk (T-1): every letter has a ledger row and leaves once per case, letter, occurrence and recipient. */
public interface Letters {

    /**
     * Writes a letter in the running transaction; it is sent after the commit. Writing the same occurrence again does nothing.
     *
     * @param letter name of the template folder
     * @param to {@code customer}, {@code owner}, or the id of a group
     * @param occurrence tells a second reminder from the first
     */
    void write(String caseNumber, String letter, String to, String occurrence, Map<String, Object> variables);

    /** Letters of a case, oldest first. */
    List<LetterView> of(String caseNumber);
}
