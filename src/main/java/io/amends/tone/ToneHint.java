package io.amends.tone;

import io.amends.modeling.FormRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words that a customer would rather hear otherwise: the step is not completed this time. Whoever completes it again has decided, and the
 * words pass whatever they are. Programs tell it from other refusals by its name, the {@code type} of the answer.
 */
class ToneHint extends FormRefusal {

    private static final String ENGLISH = "en";

    /** @param found in the order of the form, never empty */
    ToneHint(List<Found> found) {
        super(findings(found));
    }

    private static List<Finding> findings(List<Found> found) {
        Map<String, List<Found>> byField = found.stream()
                .collect(Collectors.groupingBy(one -> one.text().field(), LinkedHashMap::new, Collectors.toList()));
        return byField.entrySet().stream()
                .map(field -> new Finding(
                        field.getKey(),
                        reason(field.getValue()),
                        field.getValue().get(0).text().label()))
                .toList();
    }

    private static String reason(List<Found> found) {
        boolean english = found.get(0).remark().language().equals(ENGLISH);
        return found.stream()
                .map(one ->
                        one.words() + " → " + one.rather() + " (" + one.remark().because() + ")")
                .collect(Collectors.joining(
                        "; ",
                        english ? "could sound better to the customer: " : "可以说得更好：",
                        english ? ". Change the words, or complete again to keep them" : "。请修改，或再次点击完成以保留原话"));
    }
}
