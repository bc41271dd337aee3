package io.amends.casefile;

import org.jspecify.annotations.Nullable;

/** One row of a search. */
record CaseHit(CaseFile file, @Nullable String party) {}
