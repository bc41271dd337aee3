package io.amends.mediacrisis;

import java.util.Arrays;

/** Ways to speak: some are written and sent, in others the spokesperson talks (M-10). */
enum SpeakingWay {
    PRESS_RELEASE("press-release", "Press release", true, "mail"),
    EXCLUSIVE("exclusive", "Exclusive for one outlet", false, "interview"),
    BRIEFING("briefing", "Briefing or press meeting", false, "meeting"),
    INTERVIEW("interview", "Interview", false, "interview"),
    LEADERSHIP_TALK("leadership-talk", "Talk with the outlet’s leadership", false, "meeting"),
    VIDEO_RELEASE("video-release", "Video release", true, "mail"),
    SITUATION_REPORT("situation-report", "Situation report", true, "mail");

    private final String code;
    private final String label;
    private final boolean written;
    private final String how;

    SpeakingWay(String code, String label, boolean written, String how) {
        this.code = code;
        this.label = label;
        this.written = written;
        this.how = how;
    }

    static SpeakingWay of(String code) {
        return Arrays.stream(values())
                .filter(way -> way.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no way to speak"));
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    boolean written() {
        return written;
    }

    /** As the contact log has it. */
    String how() {
        return how;
    }
}
