package io.amends.modeling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param readonly when it is shown only, though its value is sent along; null for never
 * @param hides its own condition and those of the groups around it
 * @param toCustomer what is special about words that reach the customer or the media, or null for those that stay in the house
 */
record FormField(
        String key,
        @Nullable String label,
        FieldType type,
        boolean required,
        boolean disabled,
        @Nullable Condition readonly,
        List<Condition> hides,
        @Nullable ToCustomer toCustomer) {

    boolean hidden(FormContext context) {
        return hides.stream().anyMatch(hide -> hide.holds(context));
    }

    boolean shownOnly(FormContext context) {
        return readonly != null && readonly.holds(context);
    }

    /**
     * Words of a field that reach the customer, or the media.
     *
     * @param audience who reads them
     * @param apology when they apologise for something that was our fault; null for never
     */
    record ToCustomer(
            CustomerWords.Audience audience, @Nullable Condition apology) {

        boolean apologises(FormContext context) {
            return apology != null && apology.holds(context);
        }
    }

    /** Always, or by an expression. */
    record Condition(@Nullable FeelExpression expression) {

        static final Condition ALWAYS = new Condition(null);

        boolean holds(FormContext context) {
            return expression == null || expression.holds(context);
        }
    }
}
