package io.amends.seal;

import io.amends.casefile.CaseSeals;
import org.springframework.stereotype.Component;

/** The seals of a case for its record. */
@Component
class SealParts implements CaseSeals {

    private final SealTable seals;

    SealParts(SealTable seals) {
        this.seals = seals;
    }

    @Override
    public Sealed of(String caseNumber) {
        SealHead head = seals.head();
        return new Sealed(head.seq() == 0 ? null : head.toString(), seals.parts(caseNumber));
    }
}
