package io.amends.erasure;

import java.time.Instant;

/** That data on a case were erased, as its record tells it. */
record CaseErasure(long erasureId, String askedBy, String reason, String part, Instant at) {}
