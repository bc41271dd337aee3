package io.amends.staff;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/** An expression of a model; without an execution, which is how a query asks, it is text and not evaluated. */
class GuardedExpression extends JuelExpression {

    private final QueryFunctions functions;

    GuardedExpression(ValueExpression value, JuelExpressionManager manager, String text, QueryFunctions functions) {
        super(value, manager, text);
        this.functions = functions;
    }

    @Override
    public @Nullable Object getValue(
            @Nullable VariableScope variableScope, @Nullable BaseDelegateExecution contextExecution) {
        if (variableScope != null || isLiteralText()) {
            return super.getValue(variableScope, contextExecution);
        }
        return functions
                .find(getExpressionText())
                .orElseThrow(GuardedExpression::refusal)
                .get();
    }

    @Override
    public void setValue(
            Object value, @Nullable VariableScope variableScope, @Nullable BaseDelegateExecution contextExecution) {
        if (variableScope == null) {
            throw refusal();
        }
        super.setValue(value, variableScope, contextExecution);
    }

    private static ProcessEngineException refusal() {
        return new ProcessEngineException("Expressions are evaluated within a running process only");
    }
}
