package io.amends.clock;

/** A clock as it is kept: what everybody may see of it, and on what it runs. */
record ClockRow(CaseClock clock, ClockTerms terms) {}
