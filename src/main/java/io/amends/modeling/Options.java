package io.amends.modeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen: values written in the form, a variable that lists them, or an expression that gives the list.
 */
record Options(
        List<Object> values,
        @Nullable String variable,
        @Nullable FeelExpression expression) {

    boolean offer(Object choice, FormContext context) {
        return (dynamic() ? listed(context) : values).contains(choice);
    }

    boolean dynamic() {
        return variable != null || expression != null;
    }

    private List<Object> listed(FormContext context) {
        Object source = null;
        if (variable != null) {
            source = context.values().get(variable);
        } else if (expression != null) {
            source = expression.value(context);
        }
        List<Object> listed = new ArrayList<>();
        if (source instanceof List<?> entries) {
            for (Object entry : entries) {
                Object value = entry instanceof Map<?, ?> option ? option.get("value") : entry;
                if (value != null) {
                    listed.add(value);
                }
            }
        }
        return listed;
    }
}
