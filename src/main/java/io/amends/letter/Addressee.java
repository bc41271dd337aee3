package io.amends.letter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes and what it can say.
 *
 * @param mail null when nobody knows an address: the letter is then recorded as such and a person reaches the customer another way
 * @param language {@code en} or {@code zh-CN}
 * @param model variables of the template; text is escaped there
 * @param links purposes of the links that the template may use, each with what its page has to know. A link with data asks
 *     something new: earlier unanswered links of the case with the same purpose end. One without data carries on what the
 *     last one with its purpose asked, as a reminder does.
 */
public record Addressee(
        String name,
        @Nullable String mail,
        String language,
        Map<String, Object> model,
        Map<LinkPurpose, Map<String, String>> links) {

    /**
     * In the model of a letter that is only an exercise: the list of whom it would have gone to. Such a letter bears the word in its
     * subject and its first line.
     */
    public static final String EXERCISE_FOR = "exerciseFor";
}
