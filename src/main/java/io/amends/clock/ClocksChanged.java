package io.amends.clock;

/** Clocks of a case started, paused, moved or ended; published once per case in the transaction that changed them, before it commits. */
public record ClocksChanged(String caseNumber) {}
