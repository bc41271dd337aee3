package io.amends.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that waits for a person. */
record OpenTask(
        String id,
        String name,
        @Nullable String assignee,
        List<String> groups,
        @Nullable Instant due) {}
