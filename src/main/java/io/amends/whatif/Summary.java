package io.amends.whatif;

import java.io.Serializable;
import java.util.List;

/**
 * What came out.
 *
 * @param inPeriod decisions that there are
 * @param looked of these, the newest
 * @param late whether time was up before the most that are looked at were reached
 * @param failed decisions that the changed table could not make
 * @param untold decisions of which that cannot be told, as something was not asked then
 * @param cases cases with at least one decision that comes out otherwise
 * @param failedCases cases with at least one decision that fails
 * @param outcomes the most frequent first
 * @param moreOutcomes decisions of further outcomes, which are not listed
 * @param idle rows of the changed table that fit no decision
 * @param failures why decisions fail
 * @param gaps why that cannot be told of others
 * @param end place of the last decision looked at; empty if there is none
 */
record Summary(
        long inPeriod,
        int looked,
        boolean late,
        int same,
        int otherwise,
        int failed,
        int untold,
        int cases,
        int failedCases,
        List<Pair> outcomes,
        int moreOutcomes,
        List<RowHits> rows,
        int idle,
        List<Missing> missing,
        List<Failure> failures,
        List<Failure> gaps,
        String end)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public boolean isCapped() {
        return looked < inPeriod;
    }

    /** What was answered and what would be; several rows stand on lines of their own. */
    record Pair(String before, String after, boolean same, int count) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * How often a row counted.
     *
     * @param before its number as deployed; 0 if it is not there
     * @param after its number in the changed table, likewise
     */
    record RowHits(int before, int after, String note, int hitsBefore, int hitsAfter) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * An input that some decisions had not.
     *
     * @param type as the table says; may be empty
     */
    record Missing(String name, String label, String type, int count) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** @param reason continues the sentence “This decision …” */
    record Failure(String reason, int count) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
