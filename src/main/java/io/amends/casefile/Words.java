package io.amends.casefile;

import java.util.Locale;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Turns names made for machines into words. */
public final class Words {

    private Words() {}

    /** {@code first-contact}, {@code FIRST_CONTACT} and {@code firstContact} become {@code First contact}. */
    public static String label(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return PlainTime.NOTHING;
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

    /** An engine value as text; what the engine keeps as JSON is shown as it is kept. */
    static String value(@Nullable TypedValue typed) {
        if (typed instanceof SerializableValue kept) {
            return value((Object) kept.getValueSerialized());
        }
        return value(typed == null ? null : typed.getValue());
    }

    /** The value as text, and a dash where there is none. */
    public static String value(@Nullable Object value) {
        if (value == null) {
            return PlainTime.NOTHING;
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        String text = value.toString();
        return text.isBlank() ? PlainTime.NOTHING : text;
    }
}
