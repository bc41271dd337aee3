package io.amends.letter;

import java.util.List;
import java.util.Map;

/**
 * What is said about a letter beside its templates, in {@code letters/<name>/about.yaml}.
 *
 * @param name of the folder
 * @param purpose one or two sentences
 * @param when it leaves, one sentence
 * @param to as in the diagrams: {@code customer}, {@code owner}, {@code worker}, {@code called} (a named colleague), {@code media} or ids of groups
 * @param links names of the {@link LinkPurpose}s that it may use; none for letters to colleagues
 * @param outreach whether we write it of our own accord, so that the contact policy has a say when it leaves (L-2)
 * @param apology whether it may apologise for something that was our fault (T-2)
 * @param sample what a usual case has to say, by variable; what differs by language is a map with {@code en} and {@code zh}
 * @param shapes other forms of the letter by name, each with the values in which it differs from the sample; null for none
 */
record LetterAbout(
        String name,
        String purpose,
        String when,
        List<String> to,
        List<String> links,
        boolean outreach,
        boolean apology,
        Map<String, Object> sample,
        Map<String, Map<String, Object>> shapes) {

    boolean toCustomer() {
        return to.contains(LetterDesk.CUSTOMER);
    }

    boolean toMedia() {
        return to.contains(LetterDesk.MEDIA);
    }
}
