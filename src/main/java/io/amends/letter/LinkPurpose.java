package io.amends.letter;

import java.time.Duration;

/** What a letter's link lets its holder do; one link has one purpose. */
public enum LinkPurpose {
    /** See where the case stands, add something, withdraw. */
    STATUS(Duration.ofDays(120), false),
    /** Answer a question that we asked. */
    REPLY(Duration.ofDays(120), true),
    /** Accept or decline a proposal. */
    DECIDE(Duration.ofDays(120), true),
    /** Answer the survey (K-16). */
    SURVEY(Duration.ofDays(21), true),
    /** Accept or decline an offer to come back (L-9). */
    OFFER(Duration.ofDays(21), true),
    /** Say how a lost customer would like to be talked to, or that they would not (L-8). */
    COME_BACK(Duration.ofDays(120), true),
    /** Never be contacted again. */
    NEVER_CONTACT(Duration.ofDays(120), true);

    private final Duration life;
    private final boolean once;

    LinkPurpose(Duration life, boolean once) {
        this.life = life;
        this.once = once;
    }

    Duration life() {
        return life;
    }

    /** Whether a link takes one answer only. */
    boolean once() {
        return once;
    }
}
