package io.amends.lostcustomer;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import java.time.LocalDate;
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
    private static final Map<String, String> SUBJECTS = Map.of(
            "silence", "Silent for long",
            "ending", "Contract ending",
            "closed", "Account closed",
            "dissatisfied", "Complaint ended badly",
            "reported", "Told by somebody");
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

    /** A signal in two or three words, for lists. */
    static String subject(String signal) {
        return SUBJECTS.getOrDefault(signal, Words.label(signal));
    }

    /** {@code Found by scan 1: last purchase on Fri 10 Apr 2026}; empty for whom no scan found. */
    static String foundBy(LostCustomer lost, PlainTime time) {
        if (lost.scanId() == null) {
            return "";
        }
        String scan = "Found by scan " + lost.scanId();
        return switch (lost.signal()) {
            case SILENCE -> scan + day(lost.reference(), time);
            case DISSATISFIED -> scan + ": " + lost.reference().replace("at-risk", "at risk");
            default -> scan;
        };
    }

    private static String day(String reference, PlainTime time) {
        return reference.matches("\\d{4}-\\d{2}-\\d{2}")
                ? ": last purchase on " + time.day(LocalDate.parse(reference))
                : "";
    }

    /** With what was reported, where somebody told us. */
    static String signal(LostCustomer lost) {
        String reported = lost.reported().what();
        String words =
                SIGNALS.getOrDefault(lost.signal(), Words.label(lost.signal().code()));
        return reported == null ? words : words + ": " + REPORTED.getOrDefault(reported, Words.label(reported));
    }
}
