package io.amends.mediacrisis;

import io.amends.casefile.Words;
import java.util.ArrayList;
import java.util.List;

/** Codes of a crisis as people say them. */
final class CrisisWords {

    private CrisisWords() {}

    static String level(int level) {
        return switch (level) {
            case 3 -> "3, crisis";
            case 2 -> "2, respond";
            default -> "1, watch";
        };
    }

    static String kind(String kind) {
        return switch (kind) {
            case NewMediaEvent.CALL -> "A journalist's call";
            case NewMediaEvent.THREAT -> "A customer's threat";
            default -> "A mention";
        };
    }

    /** What the table looked at (M-2). */
    static String reason(MediaEvent event) {
        List<String> reasons = new ArrayList<>();
        reasons.add(kind(event.kind()));
        if (event.safetyRisk()) {
            reasons.add("people may be in danger");
        }
        if (event.authority()) {
            reasons.add("an authority is involved");
        }
        reasons.add("reach " + event.reach());
        reasons.add("tone " + event.tone());
        reasons.add(
                switch (event.truth()) {
                    case "true" -> "the claim is true";
                    case "false" -> "the claim is false";
                    default -> "not clear whether the claim is true";
                });
        reasons.add(
                switch (event.spread()) {
                    case "wide" -> "spread widely";
                    case "growing" -> "spreading";
                    default -> "few reports";
                });
        return String.join(", ", reasons);
    }

    static String posture(String posture) {
        return switch (posture) {
            case "rebuild" -> "Rebuild: we answer for it, help and put it right";
            case "diminish" -> "Diminish: we explain our part and set it in proportion";
            case "inform" -> "Inform: we tell what is known and what people can do";
            default -> Words.label(posture);
        };
    }

    static String approvable(Approvable what) {
        return switch (what.subject()) {
            case Approvable.STATEMENT -> "holding statement, version " + what.version();
            case Approvable.MESSAGES -> "messages, version " + what.version();
            default -> "text, version " + what.version();
        };
    }

    static String way(String way) {
        return way.equals("leadership-talk") ? "Talk with the outlet's leadership" : Words.label(way);
    }
}
