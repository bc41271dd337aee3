package io.amends.handover;

import io.amends.modeling.FormRefusal;
import io.amends.staff.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Giving a case to somebody else (K-6): with a reason, the new owner's consent and a letter to the customer. */
public interface Handovers {

    /** Whether that person may ask for one now: the owner, or whoever leads, of a case that has an owner to hand it over. */
    boolean mayAsk(String caseNumber, String userId);

    /** Who may own the case after its present owner, by name. */
    List<Person> candidates(String caseNumber);

    /**
     * Asks for a handover. It takes effect when the new owner has agreed.
     *
     * @param newOwner user id of a candidate, or null to let a team lead choose
     * @param reason in words; not blank
     * @param askedBy user id
     * @throws FormRefusal naming what is wrong, when the case, the new owner or whoever asks does not allow it
     */
    void ask(String caseNumber, @Nullable String newOwner, String reason, String askedBy);

    /** A closed case needs no new owner: ends a handover that is under way. */
    void caseClosed(String caseNumber);
}
