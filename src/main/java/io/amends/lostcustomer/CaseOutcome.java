package io.amends.lostcustomer;

/** How a case ended, from what is known at its end. */
final class CaseOutcome {

    static final String LEFT_ALONE = "left-alone";

    private CaseOutcome() {}

    /** @param leftAlone whether the customer asked not to be contacted while the case ran */
    static String of(LostCustomer lost, String decision, String talkResult, String offerAnswer, boolean leftAlone) {
        if (leftAlone) {
            return LEFT_ALONE;
        }
        if (lost.cameBackAt() != null) {
            return Boolean.TRUE.equals(lost.regained()) ? "regained" : "not-regained";
        }
        if (decision.equals("hold-out")) {
            return "held-out";
        }
        return switch (talkResult) {
            case "refuses" -> "declined";
            case "do-not-contact", LEFT_ALONE -> LEFT_ALONE;
            case "interested", "wants-fix" -> afterTheTalk(decision, offerAnswer);
            default -> decision.equals("let-go") ? "let-go" : "not-reached";
        };
    }

    private static String afterTheTalk(String decision, String offerAnswer) {
        if (decision.equals("let-go")) {
            return "let-go";
        }
        return offerAnswer.equals("declined") ? "declined" : "no-answer";
    }
}
