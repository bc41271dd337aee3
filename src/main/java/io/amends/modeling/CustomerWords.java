package io.amends.modeling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote into a task's form for the customer, or for the media, to read.
 *
 * @param caseNumber business key of the task's process, or null when it has none
 * @param userId who completes the task
 * @param texts of the form's marked fields (property {@code tone} is {@code customer} or {@code media}) that were shown and filled in
 */
public record CustomerWords(String taskId, @Nullable String caseNumber, String userId, List<Text> texts) {

    /**
     * The words of one field.
     *
     * @param label what people read beside the field, or null when it has no fixed one
     * @param apology whether the form says that these words apologise for something that was our fault
     */
    public record Text(String field, @Nullable String label, String text, boolean apology, Audience audience) {}

    /** Who reads it. */
    public enum Audience {
        CUSTOMER,
        MEDIA
    }
}
