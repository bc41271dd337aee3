package io.amends.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of all cases: numbers, states, owners and links. */
public interface CaseFiles {

    /**
     * Opens a case and gives it the next number of its kind.
     *
     * @param prefix {@code CMP}, {@code LCR} or {@code MCR}
     */
    String open(String prefix, String processKey, String subject, @Nullable String customerNumber, Instant openedAt);

    /** Whom the case is about, so that it can be found by name and mail; a later call replaces the earlier one. */
    void describeParty(String caseNumber, String name, @Nullable String mail);

    /**
     * What the case is about in the words of those who told it, so that it can be found by them; a later call adds to what is there. The
     * caller holds a lock of the case or has just opened it.
     */
    void describeMatter(String caseNumber, @Nullable String... texts);

    /** Mail of whom the case is about, as it came in; it may differ from the customer's own. */
    Optional<String> mailOf(String caseNumber);

    void started(String caseNumber, String processInstanceId);

    Optional<CaseFile> find(String caseNumber);

    /** Open cases of one process and customer, newest first (K-3). */
    List<CaseFile> openCasesOf(String customerNumber, String processKey);

    /** Of these customers those who have an open case of one process; one query for up to a thousand of them. */
    Set<String> withOpenCases(Collection<String> customerNumbers, String processKey);

    /** All cases of a customer, newest first. */
    List<CaseFile> casesOf(String customerNumber);

    /** Says {@link CaseIdentified} to whoever listens. */
    void identify(String caseNumber, String customerNumber);

    /** The first owner stays: does nothing where there is one already (K-6). */
    void takeOwnership(String caseNumber, String userId);

    /** Nobody owns the case again; does nothing where somebody else does. */
    void giveBackOwnership(String caseNumber, String userId);

    /**
     * Gives the case to somebody else and keeps who, to whom and why (K-6).
     *
     * @param askedBy user id, or null when nobody asked but the owner was idle
     * @return the handover as it stands in the record, or empty when that person owns the case already
     * @throws IllegalStateException for a case that nobody owns
     */
    Optional<Handover> handOver(String caseNumber, String newOwner, String reason, @Nullable String askedBy);

    /** Handovers of a case, oldest first. */
    List<Handover> handovers(String caseNumber);

    void setSeverity(String caseNumber, String severity);

    /** Closed as unanswered (K-14); an answer reopens it. */
    void markUnanswered(String caseNumber);

    void reopen(String caseNumber);

    /** Closes the case for good and says {@link CaseClosed} in the same transaction; does nothing when it is closed already. */
    void close(String caseNumber, String outcome);

    /** Shows two cases to each other, both ways. */
    void link(String caseNumber, String otherCaseNumber, String kind);
}
