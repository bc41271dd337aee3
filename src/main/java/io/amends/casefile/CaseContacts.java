package io.amends.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the customer of a case was approached for it, and when not (L-2); the module with the contact policy knows. */
public interface CaseContacts {

    /** Oldest first, without letters: they stand in the record by themselves. */
    List<Contact> of(String caseNumber);

    /**
     * @param who user id of whoever spoke with the customer, or null
     * @param what in words
     */
    record Contact(Instant at, @Nullable String who, String what) {}
}
