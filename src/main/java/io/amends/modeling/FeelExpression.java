package io.amends.modeling;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A FEEL expression of a form, ready to be evaluated. */
record FeelExpression(FeelEngineApi engine, ParsedExpression parsed) {

    /** Null where it cannot be evaluated, as in the browser. */
    @Nullable
    Object value(FormContext context) {
        EvaluationResult result = engine.evaluate(parsed, context.values());
        return result.isSuccess() ? result.result() : null;
    }

    boolean holds(FormContext context) {
        return Boolean.TRUE.equals(value(context));
    }
}
