package io.amends.letter;

import java.util.Map;

/**
 * What is behind a letter's link; one for each purpose. Opening it only shows, answering it acts.
 *
 * <p>{@code linkData} is what the letter's {@link Addressee} gave, with {@code language}, and {@code step} when the page asked
 * to be shown at one. Pages are maps of template variables: {@code view} names the template below {@code templates/link/},
 * and after an answer {@code outcome} says what came of it.
 */
public interface LinkTarget {

    /** The outcome of an answer that nobody waits for any more: nothing was done, and the link stays as it was. */
    String ALREADY = "already";

    LinkPurpose purpose();

    /** The page to show. */
    Map<String, Object> show(String caseNumber, Map<String, String> linkData);

    /**
     * Acts on the answer, in the running transaction; called once for the same answer.
     *
     * @throws io.amends.modeling.FormRefusal naming the field that cannot be taken
     */
    Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields);

    /** The page after an answer. */
    static Map<String, Object> done(String outcome) {
        return Map.of("view", "done", "outcome", outcome);
    }
}
