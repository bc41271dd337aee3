package io.amends.modeling;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its name and type, so that delegates read and write it without strings or casts.
 *
 * @param name as in diagrams, decision tables and forms
 * @param type what the engine stores: a primitive's box, a String, or a type kept as JSON
 */
public record Variable<T>(String name, Class<T> type) {

    public static <T> Variable<T> of(String name, Class<T> type) {
        return new Variable<>(name, type);
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
    }

    /** @throws IllegalStateException when the variable is missing: the diagram has to set it before this step */
    public T get(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("Variable '" + name + "' is not set"));
    }

    public T orElse(VariableScope scope, T fallback) {
        return find(scope).orElse(fallback);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** The same value again would only lengthen the history. */
    public void setIfOther(VariableScope scope, T value) {
        if (!value.equals(scope.getVariable(name))) {
            set(scope, value);
        }
    }
}
