package io.amends.seal;

import java.util.List;
import java.util.Optional;

/** The seals of closed cases. They are made by themselves, a moment after a case has closed and come to rest. */
public interface Seals {

    /** Empty while it is not sealed. */
    Optional<CaseSeal> of(String caseNumber);

    /**
     * The case lawfully changed: once it is closed and at rest, it gets a further part. In the transaction of the change. Nothing
     * for a case that is open and never was sealed.
     *
     * @param why a code such as {@code linked}
     */
    void changed(String caseNumber, String why);

    /**
     * Personal data of a sealed case was erased, in this transaction: the key of what its seals say about it goes, so that nobody can guess
     * it any more, and the record as it stands now becomes a further part. The chain stays whole.
     *
     * @param erasure what names the erasure where it is on record
     */
    void erased(String caseNumber, String erasure);

    /**
     * The case is deleted, in this transaction: its documents and its key go, their hashes stay, and a last part says that it was
     * deleted. To be called after its rows were deleted. Nothing for a case that never was sealed.
     *
     * @param why such as {@code retention 12}
     */
    void deleted(String caseNumber, String why);

    /** The parts of a case as lines of the export of the chain, each without its line break; {@code docs/seal-check} reads them. */
    List<String> lines(String caseNumber);
}
