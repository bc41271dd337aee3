package io.amends.erasure;

import io.amends.seal.Seals;
import org.springframework.stereotype.Component;

/** Tells the seals what was lawfully taken away, so that their chain stays whole. */
@Component
class SealKeeper {

    private final Seals seals;

    SealKeeper(Seals seals) {
        this.seals = seals;
    }

    void erased(String caseNumber, long erasure) {
        seals.erased(caseNumber, Long.toString(erasure));
    }

    /** After its rows were deleted. */
    void removed(String caseNumber, long run) {
        seals.deleted(caseNumber, "retention " + run);
    }
}
