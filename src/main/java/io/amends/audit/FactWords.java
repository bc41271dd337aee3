package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.TimelineEntry;
import io.amends.casefile.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a record as the forms of the case call them: its entries hold the values that programs read, a reader gets the words that people
 * chose. What somebody typed stays as they typed it.
 */
final class FactWords {

    private static final Set<String> TYPED = Set.of("textfield", "textarea");

    /** By the name of the fact in words. */
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    private final Map<String, Boolean> typed = new HashMap<>();

    FactWords(CaseRecord record) {
        record.forms().forEach(form -> form.fields().forEach(this::learn));
    }

    private void learn(CaseRecord.Field field) {
        String name = Words.label(field.key());
        typed.merge(name, TYPED.contains(field.type()), Boolean::logicalOr);
        if (field.answer() != null
                && field.answerLabel() != null
                && !field.answerLabel().isBlank()) {
            choices.computeIfAbsent(name, it -> new HashMap<>()).put(field.answer(), field.answerLabel());
        }
    }

    /** The same entry in words. */
    TimelineEntry of(TimelineEntry entry) {
        boolean fact = entry.kind() == TimelineEntry.Kind.CHANGE;
        return new TimelineEntry(
                entry.at(),
                entry.who(),
                entry.kind(),
                entry.what(),
                fact ? value(entry.what(), entry.before()) : entry.before(),
                fact ? value(entry.what(), entry.after()) : entry.after(),
                entry.process(),
                entry.step(),
                entry.processInstanceId(),
                entry.stepId(),
                entry.kind() == TimelineEntry.Kind.DECISION ? answers(entry.details()) : entry.details());
    }

    private static List<TimelineEntry.Detail> answers(List<TimelineEntry.Detail> details) {
        return details.stream()
                .map(it -> it.name().equals("Table") || it.name().equals("By rule")
                        ? it
                        : new TimelineEntry.Detail(it.name(), Words.spoken(it.value())))
                .toList();
    }

    private @Nullable String value(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        String chosen = choices.getOrDefault(name, Map.of()).get(value);
        boolean asTyped = Objects.requireNonNullElse(typed.get(name), false);
        return chosen != null ? chosen : asTyped ? value : Words.spoken(value);
    }
}
