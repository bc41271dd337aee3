package io.amends.seal;

import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that does not hold.
 *
 * @param seq its place; none where a seal is missing that nobody can place
 * @param what a code: {@code missing-seal}, {@code changed-seal}, {@code changed-chain}, {@code changed-record}, {@code missing-record},
 *     {@code missing-key}, {@code changed-value}, {@code missing-row}, {@code added-row}, {@code missing-case}, {@code no-seal} or
 *     {@code other-head}
 * @param says the same as a sentence
 * @param row key of the row that differs
 * @param sealed the value as it was sealed; none for personal data, whose value no seal tells
 * @param found the value as it stands now; none for personal data
 */
record Broken(
        @Nullable Long seq,
        @Nullable String caseNumber,
        @Nullable Integer part,
        String what,
        String says,
        @Nullable String table,
        @Nullable String row,
        @Nullable String column,
        @Nullable String sealed,
        @Nullable String found) {

    static Broken chain(long seq, @Nullable Seal seal, String what, String says) {
        return new Broken(
                seq,
                seal == null ? null : seal.caseNumber(),
                seal == null ? null : seal.part(),
                what,
                says,
                null,
                null,
                null,
                null,
                null);
    }

    static Broken unsealed(String caseNumber) {
        return new Broken(
                null,
                caseNumber,
                null,
                "no-seal",
                "The case " + caseNumber + " is closed and has no seal: it was never made, or it was taken away.",
                null,
                null,
                null,
                null,
                null);
    }

    static Broken row(Seal seal, String what, String table, String row, String says) {
        return new Broken(seal.seq(), seal.caseNumber(), seal.part(), what, says, table, row, null, null, null);
    }

    static Broken value(
            Seal seal,
            String table,
            String row,
            String column,
            @Nullable String sealed,
            @Nullable String found,
            String says) {
        return new Broken(
                seal.seq(), seal.caseNumber(), seal.part(), "changed-value", says, table, row, column, sealed, found);
    }
}
