package io.amends.seal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain.
 *
 * @param seq from 1, without gaps
 * @param part 1 for the first seal of a case
 * @param why what made it due
 * @param document the record in its canonical form; none once the case was deleted
 * @param recordHash of the document
 * @param previousHash of the link before; zeros in the first
 */
record Seal(
        long seq,
        String caseNumber,
        int part,
        Instant sealedAt,
        String why,
        @Nullable String document,
        String recordHash,
        String previousHash,
        String hash) {

    static final String NOTHING_BEFORE = "0".repeat(64);

    /** What a link's hash is of; the document goes in by its own hash, so that the chain holds without it. */
    static String hash(
            long seq,
            String caseNumber,
            int part,
            Instant sealedAt,
            String why,
            String recordHash,
            String previousHash) {
        return Canonical.hash(Canonical.json(Map.of(
                "case", caseNumber,
                "part", String.valueOf(part),
                "previous", previousHash,
                "record", recordHash,
                "sealedAt", sealedAt.toString(),
                "seq", String.valueOf(seq),
                "why", why)));
    }

    String expectedHash() {
        return hash(seq, caseNumber, part, sealedAt, why, recordHash, previousHash);
    }

    /** As a line of the export; its documents have neither tabs nor line breaks. */
    String line() {
        return String.join(
                "\t",
                String.valueOf(seq),
                caseNumber,
                String.valueOf(part),
                sealedAt.toString(),
                why,
                previousHash,
                recordHash,
                hash,
                document == null ? "-" : document);
    }
}
