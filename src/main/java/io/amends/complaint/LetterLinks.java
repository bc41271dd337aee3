package io.amends.complaint;

import io.amends.correspondence.LetterVariables;
import io.amends.letter.LinkPurpose;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which links a letter to a customer carries, and what their pages have to know. */
final class LetterLinks {

    private LetterLinks() {}

    static Map<LinkPurpose, Map<String, String>> of(String letter, LetterVariables seen, Map<String, Object> model) {
        Map<LinkPurpose, Map<String, String>> links = new EnumMap<>(LinkPurpose.class);
        links.put(LinkPurpose.STATUS, Map.of());
        switch (letter) {
            case "question" -> links.put(LinkPurpose.REPLY, asked("round", seen, model, "question"));
            case "proposal" ->
                links.put(
                        LinkPurpose.DECIDE,
                        asked(
                                "proposalNumber",
                                seen,
                                model,
                                "explanation",
                                "remedies",
                                "actions",
                                "amount",
                                "interimUntil"));
            case "reminder", "closing-notice", "closed-unanswered" ->
                links.put(LetterContent.asksDecision(seen) ? LinkPurpose.DECIDE : LinkPurpose.REPLY, Map.of());
            case "survey" -> {
                links.put(LinkPurpose.SURVEY, asked("episode", seen, model));
                links.put(LinkPurpose.NEVER_CONTACT, Map.of());
            }
            case "closing" -> links.put(LinkPurpose.NEVER_CONTACT, Map.of());
            default -> {
                // the other letters ask nothing
            }
        }
        return links;
    }

    private static Map<String, String> asked(
            String counter, LetterVariables seen, Map<String, Object> model, String... shown) {
        Map<String, String> data = new TreeMap<>();
        Object count = seen.get(counter);
        data.put(counter, count == null ? "" : count.toString());
        for (String name : shown) {
            Object value = model.get(name);
            if (value != null) {
                data.put(name, words(value));
            }
        }
        return data;
    }

    private static String words(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value.toString();
    }
}
