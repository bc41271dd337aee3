package io.amends.casefile;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may read a case, for the pages of other modules: the same rule as on the page of the case. */
@Component
public class CaseDoor {

    private final CaseAccess access;

    CaseDoor(CaseAccess access) {
        this.access = access;
    }

    /** The case, or empty both when there is none and when it is none of the reader's business. */
    public Optional<CaseFile> read(String caseNumber, Authentication signedIn) {
        return access.read(caseNumber, Reader.of(signedIn));
    }
}
