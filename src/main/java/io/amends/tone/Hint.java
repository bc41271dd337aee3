package io.amends.tone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told about their words before a customer read them (T-2).
 *
 * @param userId who wrote them
 * @param answeredAt when the same person completed the task after all, or null when they have not
 * @param words in the order of the form, never empty
 */
public record Hint(
        String taskId,
        String userId,
        Instant shownAt,
        @Nullable Instant answeredAt,
        List<Word> words) {

    /**
     * One pair of the list, found in one field.
     *
     * @param label what people read beside the field, else its key
     * @param found the words, each once
     * @param kept whether they were left as they were; null while the hint is unanswered
     */
    public record Word(
            String label,
            String found,
            String rather,
            @Nullable Boolean kept) {}

    /** Whether none of the words was left as it was. */
    public boolean changed() {
        return answeredAt != null && words.stream().noneMatch(word -> Boolean.TRUE.equals(word.kept()));
    }

    /** Whether all of them were. */
    public boolean kept() {
        return answeredAt != null && words.stream().allMatch(word -> Boolean.TRUE.equals(word.kept()));
    }
}
