package io.amends.moving;

/** A step whose id changed, matched by hand. */
record StepMatch(String process, String from, String to) {}
