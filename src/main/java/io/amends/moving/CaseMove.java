package io.amends.moving;

import java.time.Instant;

/** One process of a case that was moved. */
record CaseMove(long moveId, String processInstanceId, String processKey, int from, int to, Instant at, String by) {}
