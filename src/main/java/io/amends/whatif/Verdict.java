package io.amends.whatif;

import java.util.Set;

/**
 * How a decision would have come out by the changed table. One that fails would stop a case; one that cannot be told, because something was
 * not asked in the past, says nothing about the table.
 */
record Verdict(Fate fate, ChangedTable.Answer answer) {

    enum Fate {
        SAME("same"),
        OTHERWISE("otherwise"),
        FAILED("failed"),
        UNTOLD("untold");

        private final String code;

        Fate(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static Verdict of(PastDecision past, ChangedTable table) {
        if (past.unread() != null) {
            return new Verdict(Fate.UNTOLD, ChangedTable.Answer.failed(past.unread(), Set.of()));
        }
        ChangedTable.Answer answer = table.answer(past.facts());
        Outcome now = answer.outcome();
        if (now == null) {
            return new Verdict(answer.missing().isEmpty() ? Fate.FAILED : Fate.UNTOLD, answer);
        }
        boolean same = past.outcome().same(now, table.sheet().inOrder());
        return new Verdict(same ? Fate.SAME : Fate.OTHERWISE, answer);
    }
}
