package io.amends.casefile;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Turns names made for machines into words. */
public final class Words {

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern LIST_WORD = Pattern.compile("\"([\\w-]+)\"");
    private static final Pattern LIST_OF_WORDS = Pattern.compile("\\[\\s*\"[\\w-]+\"(\\s*,\\s*\"[\\w-]+\")*\\s*]");

    /** Several small words: a name or a user id of one word is left alone. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private Words() {}

    /** The moment that a value on record is, kept as ISO 8601 in UTC; empty for anything else. */
    public static Optional<Instant> moment(String value) {
        try {
            return MOMENT.matcher(value).matches() ? Optional.of(Instant.parse(value)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** {@code 1.4 MB}, {@code 20 kB} or {@code 312 bytes}. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        return bytes < 999_500
                ? Math.round(bytes / 1_000.0) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    /**
     * {@code first-contact}, {@code FIRST_CONTACT} and {@code firstContact} become {@code First contact}; what has several words
     * already was written by a person and stays as it is.
     */
    public static String label(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return PlainTime.NOTHING;
        }
        if (BLANK.matcher(name.strip()).find()) {
            return name.strip();
        }
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 3;
        String words = (shouted ? name.toLowerCase(Locale.ROOT) : name)
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([a-z])([0-9])", "$1 $2")
                .replaceAll("[-_]+", " ")
                .strip();
        String spoken = words.equals(words.toUpperCase(Locale.ROOT)) ? words : words.toLowerCase(Locale.ROOT);
        return spoken.isEmpty() ? name : Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1);
    }

    /** What became of a letter (T-1). */
    public static String fate(String fate) {
        return switch (fate) {
            case "queued" -> "waiting to be sent";
            case "delayed" -> "failed for now, tried again later";
            case "unknown" -> "unknown whether it arrived, sent again later";
            case "held" -> "held back after a restore until an operator decides";
            case "bounced" -> "came back";
            case "refused" -> "refused for good";
            case "no-address" -> "not sent, no address known";
            case "no-longer-needed" -> "not sent, no longer needed";
            default -> fate;
        };
    }

    /** A value on record in words: {@code ask-customer} as {@code ask customer}, JSON without its signs, anything else as it is. */
    public static String spoken(String value) {
        return CODE.matcher(value).matches() ? value.replace('-', ' ') : JsonWords.of(value);
    }

    /** An engine value as text: a list of plain words in words, any other JSON as it is kept. */
    static String value(@Nullable TypedValue typed) {
        if (typed instanceof SerializableValue kept) {
            return list(kept.getValueSerialized());
        }
        return value(typed == null ? null : typed.getValue());
    }

    private static String list(@Nullable String json) {
        if (json == null || !LIST_OF_WORDS.matcher(json).matches()) {
            return value((Object) json);
        }
        return LIST_WORD
                .matcher(json)
                .results()
                .map(word -> label(word.group(1)))
                .collect(Collectors.joining(", "));
    }

    /** The value as text, a moment as ISO 8601 in UTC, and a dash where there is none. */
    public static String value(@Nullable Object value) {
        if (value == null) {
            return PlainTime.NOTHING;
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        String text = value instanceof Date moment ? moment.toInstant().toString() : value.toString();
        return text.isBlank() ? PlainTime.NOTHING : text;
    }
}
