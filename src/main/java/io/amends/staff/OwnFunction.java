package io.amends.staff;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.jspecify.annotations.Nullable;

/** A function of ours in a stored query, worked out whenever the query is asked; the engine's parser knows only its own. */
class OwnFunction implements Expression {

    private final String text;
    private final Supplier<@Nullable Object> value;

    OwnFunction(String text, Supplier<@Nullable Object> value) {
        this.text = text;
        this.value = value;
    }

    @Override
    public @Nullable Object getValue(@Nullable VariableScope variableScope) {
        return value.get();
    }

    @Override
    public @Nullable Object getValue(
            @Nullable VariableScope variableScope, @Nullable BaseDelegateExecution contextExecution) {
        return value.get();
    }

    @Override
    public void setValue(Object newValue, @Nullable VariableScope variableScope) {
        throw new ProcessEngineException(text + " cannot be set");
    }

    @Override
    public void setValue(
            Object newValue, @Nullable VariableScope variableScope, @Nullable BaseDelegateExecution contextExecution) {
        setValue(newValue, variableScope);
    }

    @Override
    public String getExpressionText() {
        return text;
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
