package io.amends.letter;

import java.util.List;
import java.util.Map;

/** Tells the letter desk whom a case's letters go to; each process's module has one. */
public interface LetterFacts {

    boolean knows(String caseNumber);

    /**
     * @param to {@code customer}, {@code owner}, or the id of a group
     * @param variables what the send task can see, its inputs included
     */
    List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables);
}
