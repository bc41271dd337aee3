package io.amends.contact;

import java.util.List;

/** Whom a case may be about while nobody has told; the module of a process that takes in unknown people has one. */
public interface PossibleCustomers {

    /** Numbers of customers; none for a case that is not its own. */
    List<String> of(String caseNumber);
}
