package io.amends.lostcustomer;

import io.amends.casefile.Words;
import java.util.Map;

/** What the codes of a recovery mean to the people who work on it. */
final class LostCustomerWords {

    private static final Map<String, String> REASONS = Map.of(
            "pushed-on-purpose", "Pushed away on purpose",
            "pushed-unintended", "Pushed away without intent",
            "pulled-by-value", "Pulled away by a better offer of value",
            "bought-by-price", "Bought away by price",
            "drifted", "Drifted away without intent",
            "moved", "Moved out of reach");
    private static final Map<Signal, String> SIGNALS = Map.of(
            Signal.SILENCE, "Silent for more than three of their usual intervals",
            Signal.ENDING, "Something of theirs is about to end",
            Signal.CLOSED, "Closed their account",
            Signal.DISSATISFIED, "A complaint of theirs ended at 0 to 6",
            Signal.REPORTED, "Somebody of the house told us");
    private static final Map<String, String> REPORTED = Map.of(
            "closed-account", "closed the account",
            "went-to-competitor", "went to a competitor",
            "too-expensive", "found us too expensive",
            "unhappy", "is not content with us",
            "moved-away", "moved away or does not need it any more",
            "we-ended-it", "we ended it ourselves",
            "other", "said so");
    private static final Map<String, String> DECISIONS = Map.of(
            "let-go", "Let go, with thanks",
            "hold-out", "Left alone, for comparison",
            "fix-first", "Put it right first",
            "pursue", "Win them back");

    private LostCustomerWords() {}

    static String reason(String code) {
        return REASONS.getOrDefault(code, Words.label(code));
    }

    static String decision(String code) {
        return DECISIONS.getOrDefault(code, Words.label(code));
    }

    /** With what was reported, where somebody told us. */
    static String signal(LostCustomer lost) {
        String reported = lost.reported().what();
        String words =
                SIGNALS.getOrDefault(lost.signal(), Words.label(lost.signal().code()));
        return reported == null ? words : words + ": " + REPORTED.getOrDefault(reported, Words.label(reported));
    }
}
