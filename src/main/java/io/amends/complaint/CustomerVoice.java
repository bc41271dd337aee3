package io.amends.complaint;

import org.jspecify.annotations.Nullable;

/**
 * What a customer tells us about a running case, whichever way it came: a letter's link, the case page, a phone call.
 * Each is answered once; a second identical answer changes nothing.
 */
public interface CustomerVoice {

    /** Whether anybody waits for this now. */
    boolean awaits(String caseNumber, Kind kind);

    /** The customer wrote or called again about the open matter. */
    void contactedAgain(String caseNumber, String channel, String text);

    /** A further contact in which words fall that raise the severity: danger to somebody, a lawyer or a court (K-4). */
    void contactedAgain(String caseNumber, String channel, String text, boolean safetyRisk, boolean legalThreat);

    /** The answer to a question of ours; joins as a further contact when nobody asked. */
    void replied(String caseNumber, String text);

    /** Free words where a decision is awaited: kept for whoever reads them, and no further contact about the matter (K-4, K-13). */
    void answeredInWords(String caseNumber, String text);

    /** @param reason why it was declined, or null */
    void decided(String caseNumber, boolean accepted, @Nullable String reason);

    void withdrawn(String caseNumber, @Nullable String reason);

    /**
     * The answer to the survey (K-16).
     *
     * @param score 0 to 10
     * @param time gap 1 to 5, likewise reliability, accuracy and courtesy; null when left out
     */
    void surveyAnswered(
            String caseNumber,
            int score,
            @Nullable Integer time,
            @Nullable Integer reliability,
            @Nullable Integer accuracy,
            @Nullable Integer courtesy,
            @Nullable String word);

    /** Word of going to the press, or of a regulator. */
    void mediaThreat(String caseNumber, String text);

    void regulatorInvolved(String caseNumber, String text);

    /** What can be awaited. */
    enum Kind {
        REPLY,
        DECISION,
        SURVEY,
        WITHDRAWAL,
        NEWS
    }
}
