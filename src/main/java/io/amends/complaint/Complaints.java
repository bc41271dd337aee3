package io.amends.complaint;

import java.util.List;
import java.util.Optional;

/** The complaints as they were taken in. */
public interface Complaints {

    Optional<Complaint> find(String caseNumber);

    /** The complaint that an external id of a source already became. */
    Optional<Complaint> findByExternalId(String source, String externalId);

    /** Customers who fit, when more than one does and a person has to choose (K-2); else empty. */
    List<String> candidates(String caseNumber);

    /** The owner's choice among the candidates. */
    void identify(String caseNumber, String customerNumber);
}
