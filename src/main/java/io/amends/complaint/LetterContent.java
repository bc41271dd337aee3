package io.amends.complaint;

import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.promise.PromiseFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the steps before a letter left for it to say. */
final class LetterContent {

    private LetterContent() {}

    static Map<String, Object> of(LetterVariables seen, Wording wording, String currency) {
        Map<String, Object> content = new HashMap<>();
        for (String name : List.of(
                "explanation",
                "declineReason",
                "settlement",
                "finalDecision",
                "finalReason",
                "turnTo",
                "promiseWhat")) {
            content.put(name, seen.text(name));
        }
        String outcome = seen.text("outcome");
        // what was settled in an earlier episode is not what was agreed on now
        content.put("settlement", outcome == null || outcome.equals("settled") ? seen.text("settlement") : null);
        content.put("question", seen.text("customerQuestion"));
        content.put(
                "remedies",
                seen.list("remedies").stream()
                        .map(code -> wording.of("remedy", code))
                        .toList());
        content.put("actions", actions(seen, wording));
        content.put("amount", wording.money(seen.get("amount"), currency));
        content.put("interimUntil", seen.is("interim") ? wording.day(seen.get("interimUntil")) : null);
        content.put("asksDecision", asksDecision(seen));
        content.put("reason", seen.text("movedReason"));
        String due = wording.day(seen.text("newDue") == null ? seen.get("promiseDue") : seen.get("newDue"));
        String oldDue = wording.day(seen.text("oldDue") == null ? seen.get("promiseDue") : seen.get("oldDue"));
        content.put("promiseDue", due);
        content.put("promiseOldDue", Objects.equals(due, oldDue) ? null : oldDue);
        return content;
    }

    /** What will be done, each with its day where there is one, as the promises will be that are made of it (K-8). */
    private static List<String> actions(LetterVariables seen, Wording wording) {
        List<String> actions = new ArrayList<>();
        for (int row = 1; row <= PromiseFields.ROWS; row++) {
            String what = seen.text("action" + row);
            if (what != null) {
                actions.add(wording.doneBy(what, seen.get("action" + row + "Due")));
            }
        }
        return actions;
    }

    /** Whether the customer is asked to decide on a proposal, or else to answer a question. */
    static boolean asksDecision(LetterVariables seen) {
        String asks = seen.text("asks");
        return asks == null ? seen.is("asksDecision") : asks.equals("decision");
    }
}
