package io.amends.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A limit in a form: a number, or an expression that gives one. */
record Bound(@Nullable BigDecimal number, @Nullable FeelExpression expression) {

    static @Nullable Bound of(JsonNode node, Feel feel) {
        if (node.isNumber()) {
            return new Bound(node.decimalValue(), null);
        }
        String text = node.asText("").strip();
        if (text.isEmpty()) {
            return null;
        }
        return Feel.isExpression(text) ? new Bound(null, feel.parse(text)) : new Bound(new BigDecimal(text), null);
    }

    @Nullable
    BigDecimal in(FormContext context) {
        if (expression == null) {
            return number;
        }
        return expression.value(context) instanceof Number value ? new BigDecimal(value.toString()) : null;
    }
}
