package io.amends.modeling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param readonly when it is shown only, though its value is sent along; null for never
 * @param hides its own condition and those of the groups around it
 */
record FormField(
        String key,
        @Nullable String label,
        FieldType type,
        boolean required,
        boolean disabled,
        @Nullable Condition readonly,
        List<Condition> hides) {

    boolean hidden(FormContext context) {
        return hides.stream().anyMatch(hide -> hide.holds(context));
    }

    boolean shownOnly(FormContext context) {
        return readonly != null && readonly.holds(context);
    }

    /** Always, or by an expression. */
    record Condition(@Nullable FeelExpression expression) {

        static final Condition ALWAYS = new Condition(null);

        boolean holds(FormContext context) {
            return expression == null || expression.holds(context);
        }
    }
}
