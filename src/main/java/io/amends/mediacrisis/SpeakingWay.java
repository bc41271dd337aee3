package io.amends.mediacrisis;

import java.util.Arrays;

/** Ways to speak: some are written and sent, in others the spokesperson talks (M-10). */
enum SpeakingWay {
    PRESS_RELEASE("press-release", "pressReleaseTo", "Press release", true, "mail"),
    EXCLUSIVE("exclusive", "exclusiveTo", "Exclusive for one outlet", false, "interview"),
    BRIEFING("briefing", "briefingTo", "Briefing or press meeting", false, "meeting"),
    INTERVIEW("interview", "interviewTo", "Interview", false, "interview"),
    LEADERSHIP_TALK("leadership-talk", "leadershipTo", "Talk with the outlet’s leadership", false, "meeting"),
    VIDEO_RELEASE("video-release", "videoReleaseTo", "Video release", true, "mail"),
    SITUATION_REPORT("situation-report", "situationReportTo", "Situation report", true, "mail");

    private final String code;
    private final String to;
    private final String label;
    private final boolean written;
    private final String how;

    SpeakingWay(String code, String to, String label, boolean written, String how) {
        this.code = code;
        this.to = to;
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

    /** Field of the form that says whom it is meant for. */
    String to() {
        return to;
    }

    /** An exclusive is one person's. */
    boolean toOne() {
        return this == EXCLUSIVE;
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
