package io.amends.mediacrisis;

import io.amends.modeling.Variable;

/** Names of the process {@code speak} (M-10). */
final class SpeakProcess {

    /** Which of the chosen ways, from 0. */
    static final Variable<Integer> WAY_INDEX = Variable.of("wayIndex", Integer.class);

    static final Variable<String> WAY = Variable.of("way", String.class);
    /** {@code mailing} or {@code talk}. */
    static final Variable<String> WAY_KIND = Variable.of("wayKind", String.class);

    static final Variable<String> HEADLINE = Variable.of("headline", String.class);
    static final Variable<String> PRESS_TEXT = Variable.of("pressText", String.class);
    static final String HEADLINE_ZH = "headlineZh";
    static final String PRESS_TEXT_ZH = "pressTextZh";
    /** Which draft of the text waits to be approved, from 1. */
    static final Variable<Integer> TEXT_DRAFT = Variable.of("textDraft", Integer.class);

    static final Variable<String> VIDEO_LINK = Variable.of("videoLink", String.class);
    static final Variable<Integer> SPOKEN_MINUTES_AGO = Variable.of("spokenMinutesAgo", Integer.class);
    static final Variable<String> SAID_WORDS = Variable.of("saidWords", String.class);
    static final Variable<String> MESSAGES_SAID = Variable.of("messagesSaid", String.class);

    private SpeakProcess() {}
}
