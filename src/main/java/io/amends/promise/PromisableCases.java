package io.amends.promise;

/** Knows which cases something can still be promised on. */
public interface PromisableCases {

    /** False for a case that is closed, withdrawn or unknown. */
    boolean isOpen(String caseNumber);
}
