package io.amends.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Marks a letter of an exercise, so that nobody takes it for a real one: its subject and its first line say so, and whom it would
 * have gone to.
 *
 * @param file {@code en} or {@code zh}
 */
record ExerciseMark(String file, List<String> recipients) {

    /** Nothing for a letter that is meant. */
    static Optional<ExerciseMark> of(Map<String, Object> model, String file) {
        return model.get(Addressee.EXERCISE_FOR) instanceof List<?> recipients
                ? Optional.of(new ExerciseMark(
                        file, recipients.stream().map(String::valueOf).toList()))
                : Optional.empty();
    }

    String sentence() {
        String all = recipients.stream()
                .map(one -> one.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(chinese() ? "；" : "; "));
        if (chinese()) {
            return all.isEmpty() ? "演习：这不是真实邮件。" : "演习：这不是真实邮件。实际情况下将发送给：" + all + "。";
        }
        return all.isEmpty()
                ? "EXERCISE: this is not a real letter."
                : "EXERCISE: this is not a real letter. In earnest it would go to: " + all + ".";
    }

    /** Puts the word in front of the title, which is the subject. */
    String titled(String html) {
        return html.replaceFirst("<title>\\s*", chinese() ? "<title>【演习】" : "<title>EXERCISE: ");
    }

    private boolean chinese() {
        return file.equals("zh");
    }
}
