package io.amends.letter;

/**
 * Asked right before a letter leaves, which may be long after it was written (C-7). A letter that somebody says no to stays in
 * the ledger as no longer needed.
 */
public interface LetterCheck {

    /**
     * @param letter name of the template folder
     * @param occurrence as it was written
     * @return true also for every letter that the module knows nothing about
     */
    boolean stillWanted(String caseNumber, String letter, String occurrence);
}
