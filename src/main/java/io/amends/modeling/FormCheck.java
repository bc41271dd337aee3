package io.amends.modeling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what was sent against the form that was shown. */
final class FormCheck {

    private final Supplier<Clock> clock;

    FormCheck(Supplier<Clock> clock) {
        this.clock = clock;
    }

    /**
     * @param sent plain values by key
     * @param known facts and process variables, looked up only when the form asks for them
     * @param longestText how much the place that the values go to can hold
     * @return every field that could be answered, null where it was not: a step done again keeps no stale answers
     * @throws FormRefusal naming every bad field
     */
    Map<String, @Nullable Object> check(
            FormSchema schema,
            Map<String, @Nullable Object> sent,
            Supplier<Map<String, @Nullable Object>> known,
            int longestText) {
        return answers(schema, sent, known, longestText).values();
    }

    /** As {@link #check}, and tells which of the answers are words that reach the customer. */
    Answers answers(
            FormSchema schema,
            Map<String, @Nullable Object> sent,
            Supplier<Map<String, @Nullable Object>> known,
            int longestText) {
        Map<String, List<FormField>> fields = schema.byKey();
        List<FormRefusal.Finding> findings = new ArrayList<>();
        for (String key : sent.keySet()) {
            if (!fields.containsKey(key) && !schema.computed().containsKey(key)) {
                findings.add(new FormRefusal.Finding(key, "is not a field of this form"));
            }
        }
        FormContext context = context(schema, sent, schema.needsFacts() ? known.get() : Map.of());
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        List<CustomerWords.Text> words = new ArrayList<>();
        fields.forEach((key, variants) -> {
            FormField field = shown(variants, context);
            try {
                if (field.disabled()) {
                    refuse(sent.get(key), "is shown only and cannot be sent");
                } else if (!field.shownOnly(context)) {
                    Object answer = answer(field, sent.get(key), context, longestText);
                    checked.put(key, answer);
                    if (field.toCustomer() != null && answer instanceof String text) {
                        boolean apology = field.toCustomer().apologises(context);
                        words.add(new CustomerWords.Text(
                                key,
                                field.label(),
                                text,
                                apology,
                                field.toCustomer().audience()));
                    }
                }
            } catch (BadValue bad) {
                findings.add(new FormRefusal.Finding(key, bad.reason(), field.label()));
            }
        });
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return new Answers(checked, words);
    }

    /**
     * What the form makes of what was sent.
     *
     * @param values by key
     * @param words those of the values that reach the customer
     */
    record Answers(Map<String, @Nullable Object> values, List<CustomerWords.Text> words) {}

    private static @Nullable Object answer(
            FormField field, @Nullable Object value, FormContext context, int longestText) throws BadValue {
        if (field.hidden(context)) {
            refuse(value, "is not asked for here");
            return null;
        }
        if (value == null || isEmpty(value)) {
            if (field.required()) {
                throw new BadValue("is required");
            }
            return field.type().whenEmpty();
        }
        Object answer = field.type().read(value, context);
        if (answer instanceof String text && text.length() > longestText) {
            throw new BadValue("must have at most " + longestText + " characters");
        }
        return answer;
    }

    private FormContext context(
            FormSchema schema, Map<String, @Nullable Object> sent, Map<String, @Nullable Object> known) {
        Map<String, @Nullable Object> values = new HashMap<>(known);
        FormContext context = new FormContext(values, clock.get());
        for (FormField field : schema.fields()) {
            // what is only shown keeps the value that the house knows, whatever was sent
            if (!field.disabled() && !field.shownOnly(context)) {
                values.put(field.key(), sent.get(field.key()));
            }
        }
        schema.computed().forEach((key, expression) -> values.put(key, expression.value(context)));
        return context;
    }

    private static FormField shown(List<FormField> variants, FormContext context) {
        return variants.stream()
                .filter(field -> !field.hidden(context))
                .findFirst()
                .orElse(variants.get(0));
    }

    private static void refuse(@Nullable Object value, String reason) throws BadValue {
        if (value != null && !isEmpty(value) && !Boolean.FALSE.equals(value)) {
            throw new BadValue(reason);
        }
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> list && list.isEmpty());
    }
}
