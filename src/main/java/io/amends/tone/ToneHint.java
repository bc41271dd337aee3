package io.amends.tone;

import io.amends.modeling.CustomerWords;
import io.amends.modeling.FormRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that a customer would rather hear otherwise: the step is not completed this time. Whoever completes it again has decided, and the
 * words pass whatever they are. Its message is several lines, the last of which says so; other refusals have one.
 */
class ToneHint extends FormRefusal {

    private static final String ENGLISH = "en";

    /** @param found in the order of the form, never empty */
    ToneHint(List<Found> found) {
        super(findings(found), message(found));
    }

    private static List<Finding> findings(List<Found> found) {
        Map<String, List<Found>> byField = found.stream()
                .collect(Collectors.groupingBy(one -> one.text().field(), LinkedHashMap::new, Collectors.toList()));
        return byField.values().stream()
                .map(ofField -> new Finding(
                        ofField.get(0).text().field(),
                        (forMedia(ofField)
                                        ? "should not be said to the media: "
                                        : "could sound better to the customer: ")
                                + ofField.stream().map(Found::advice).collect(Collectors.joining(", "))
                                + ". Change the words, or complete again to keep them",
                        ofField.get(0).text().label()))
                .toList();
    }

    private static boolean forMedia(List<Found> found) {
        return found.stream().allMatch(one -> one.text().audience() == CustomerWords.Audience.MEDIA);
    }

    private static String heading(boolean chinese, boolean forMedia) {
        if (forMedia) {
            return chinese ? "媒体读到之前，请再看一眼：" : "Before the media read this:";
        }
        return chinese ? "客户读到之前，请再看一眼：" : "Before the customer reads this:";
    }

    /** A heading, a line for each remark, and the way on; the Tasklist's {@code refusals.js} makes a list of them. */
    private static String message(List<Found> found) {
        boolean chinese =
                found.stream().noneMatch(one -> one.remark().language().equals(ENGLISH));
        return Stream.of(
                        Stream.of(heading(chinese, forMedia(found))),
                        found.stream()
                                .map(one -> one.label() + ": " + one.advice() + " — "
                                        + one.remark().because()),
                        Stream.of(
                                chinese ? "请修改，或再次点击“完成”以保留原话。" : "Change the words, or complete again to keep them."))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
