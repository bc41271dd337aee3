package io.amends.clock;

/** The register of clocks: which there are, when they warn and escalate, and what is said then (C-4). */
interface ClockRules {

    /**
     * @param rule name of a clock without the number of the thing, such as {@code promise}
     * @throws IllegalArgumentException for a clock that nobody registered
     */
    ClockRule of(String rule);
}
