package io.amends.churnscan;

import io.amends.lostcustomer.Signal;
import java.util.Map;
import java.util.Objects;

/** What codes of scans are called on pages. */
final class ScanWords {

    private static final Map<Signal, String> SIGNALS = Map.of(
            Signal.SILENCE, "Silent for long",
            Signal.ENDING, "Contract, loan or warranty ends",
            Signal.CLOSED, "Account closed",
            Signal.DISSATISFIED, "Complaint ended at 0 to 6",
            Signal.REPORTED, "Told by somebody");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("deceased", "they have died"),
            Map.entry("fraud", "fraud is known or suspected"),
            Map.entry("do-not-contact", "asked not to be contacted"),
            Map.entry("open-complaint", "a complaint of theirs is open"),
            Map.entry("contacted-lately", "somebody had contact with them a short time ago"),
            Map.entry("more-urgent-case", "a more urgent case has the contact"),
            Map.entry("no-consent", "no consent: we may neither call nor write"),
            Map.entry("bounced-address", "mail to them comes back"),
            Map.entry("no-address", "neither a phone number nor an e-mail address is known"),
            Map.entry("recovery-running", "a recovery is under way already"),
            Map.entry("taken-up-before", "taken up before for the same"),
            Map.entry("bought-again-since", "bought again since that day"),
            Map.entry("over-capacity", "beyond what one scan starts; the next one finds them again"));

    private static final Map<ScanState, String> STATES = Map.of(
            ScanState.LOOKING, "looks at customers",
            ScanState.STARTING, "takes them up",
            ScanState.FINISHED, "finished",
            ScanState.INTERRUPTED, "interrupted");

    private static final Map<String, String> BECAME = Map.of(
            "started",
            "Started",
            "skipped",
            "Skipped",
            "found",
            "Still to be taken up",
            "failed",
            "Could not be started");

    private ScanWords() {}

    static String signal(Signal signal) {
        return Objects.requireNonNull(SIGNALS.get(signal));
    }

    static String reason(String code) {
        return Objects.requireNonNullElse(REASONS.get(code), code);
    }

    static String state(ScanState state) {
        return Objects.requireNonNull(STATES.get(state));
    }

    static String became(String state) {
        return Objects.requireNonNull(BECAME.get(state));
    }

    /** Colour of a badge. */
    static String tone(ScanState state) {
        return switch (state) {
            case FINISHED -> "good";
            case INTERRUPTED -> "bad";
            default -> "warn";
        };
    }
}
