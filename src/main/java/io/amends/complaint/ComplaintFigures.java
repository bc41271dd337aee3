package io.amends.complaint;

import java.time.Instant;

/** What became of the house's complaints, counted by one statement (L-13). */
public interface ComplaintFigures {

    /**
     * Complaints that opened in the period, the end left out.
     *
     * @param days after the closing in which the customer is seen to buy again
     * @param now closings whose days are over by then are looked at
     */
    Handled handled(Instant from, Instant until, int days, Instant now);

    /**
     * @param fast settled in the quick lane (K-11), and no score of 0 to 6 since
     * @param solved agreed on later, and no score of 0 to 6 since
     * @param unsolved final response (K-13), or a last score of 0 to 6: solved is what the customer says (K-15)
     * @param unknown closed without an answer, or withdrawn
     * @param open not closed
     */
    record Handled(Group fast, Group solved, Group unsolved, int unknown, int open) {

        public int all() {
            return handled() + unknown + open;
        }

        /** Those of which it is known how they were handled. */
        public int handled() {
            return fast.cases() + solved.cases() + unsolved.cases();
        }
    }

    /**
     * @param cases in all
     * @param watched those of known customers whose days after the closing are over
     * @param back watched ones whose customer bought again in those days
     */
    record Group(int cases, int watched, int back) {}
}
