package io.amends.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a task's card: a clock and how it stands.
 *
 * @param clock name of the clock, or {@code task} for the due date that only this task has
 * @param words {@code resolve: 3 h left}, in the reader's language
 * @param tone {@code running}, {@code late} or {@code paused}
 * @param due null while the clock stands
 */
record TaskClock(
        String taskId,
        String clock,
        String words,
        String tone,
        @Nullable Instant due) {}
