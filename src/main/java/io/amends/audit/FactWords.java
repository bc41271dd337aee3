package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.PeopleFacts;
import io.amends.casefile.TimelineEntry;
import io.amends.casefile.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a record as the forms of the case call them: its entries hold the values that programs read, a reader gets the words that people
 * chose, people by name, money and days as people write them. What somebody typed stays as they typed it.
 */
final class FactWords {

    private static final Set<String> TYPED = Set.of("textfield", "textarea");

    private static final Set<String> MONEY =
            Set.of("Amount", "Cost of trying", "Offer most", "Offer typical", "Second lifetime value");

    /** What diagrams count and pass on to find their way, and that says nothing about the case. */
    private static final Set<String> TECHNICAL = Set.of(
            "Call occurrence",
            "Called reader",
            "Clock rule",
            "Enquiry batch",
            "Enquiry id",
            "Escalation occurrence",
            "Event id",
            "Letter id",
            "Next turn",
            "Occurrence",
            "Promise batch",
            "Promise id",
            "Reply letter",
            "Reply occurrence",
            "Wrong report id");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern CODES = Pattern.compile("[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)+");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final String currency;

    /** By the name of the fact in words. */
    private final Map<String, Map<String, String>> choices = new HashMap<>();

    private final Map<String, Boolean> typed = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    /** @param currency of the house, such as {@code GBP} */
    FactWords(CaseRecord record, String currency) {
        this.currency = currency;
        record.forms().forEach(form -> form.fields().forEach(this::learn));
        record.people().forEach(person -> people.put(person.id(), person.name()));
    }

    private void learn(CaseRecord.Field field) {
        String name = Words.label(field.key());
        typed.merge(name, TYPED.contains(field.type()), Boolean::logicalOr);
        if (!field.type().equals("none") && !field.label().isBlank()) {
            labels.computeIfAbsent(name, it -> new HashSet<>()).add(field.label());
        }
        if (field.answer() != null
                && field.answerLabel() != null
                && !field.answerLabel().isBlank()) {
            choices.computeIfAbsent(name, it -> new HashMap<>()).put(field.answer(), field.answerLabel());
        }
    }

    /** Whether a fact is worth nothing to a reader; the JSON file has it. */
    static boolean isTechnical(String name) {
        return TECHNICAL.contains(name);
    }

    /** The same entry in words. */
    TimelineEntry of(TimelineEntry entry) {
        boolean fact = entry.kind() == TimelineEntry.Kind.CHANGE;
        boolean handedOver = entry.kind() == TimelineEntry.Kind.EVENT;
        return new TimelineEntry(
                entry.at(),
                entry.who(),
                entry.kind(),
                fact ? label(entry.what()) : entry.what(),
                fact ? value(entry.what(), entry.before()) : handedOver ? person(entry.before()) : entry.before(),
                fact ? value(entry.what(), entry.after()) : handedOver ? person(entry.after()) : entry.after(),
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

    /** As the forms of the case call it, where all of them call it the same. */
    private String label(String name) {
        Set<String> known = labels.getOrDefault(name, Set.of());
        return known.size() == 1 ? known.iterator().next() : name;
    }

    /**
     * A value in words.
     *
     * @param name of the fact in words, as the record has it
     */
    @Nullable
    String value(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        String chosen = choices.getOrDefault(name, Map.of()).get(value);
        if (chosen != null) {
            return chosen;
        }
        return Objects.requireNonNullElse(typed.get(name), false) ? value : spoken(name, value);
    }

    private String spoken(String name, String value) {
        if (PeopleFacts.is(name)) {
            return PeopleFacts.ids(value).map(this::person).collect(Collectors.joining(", "));
        }
        if (MONEY.contains(name) && NUMBER.matcher(value).matches()) {
            return currency + " " + String.format(Locale.ENGLISH, "%,.2f", new BigDecimal(value));
        }
        if (CODES.matcher(value).matches()) {
            return Stream.of(value.split(",", -1)).map(Words::label).collect(Collectors.joining(", "));
        }
        return DAY.matcher(value).matches() ? day(value) : Words.spoken(value);
    }

    private static String day(String value) {
        try {
            return WRITTEN.format(LocalDate.parse(value));
        } catch (DateTimeParseException noSuchDay) {
            return value;
        }
    }

    private @Nullable String person(@Nullable String id) {
        return id == null ? null : people.getOrDefault(id, id);
    }
}
