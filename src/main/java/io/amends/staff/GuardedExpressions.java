package io.amends.staff;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Closes CVE-2026-109432: what a query brings along is never evaluated, wherever in the query it hides. */
class GuardedExpressions extends SpringExpressionManager {

    private final QueryFunctions queryFunctions;

    GuardedExpressions(
            ApplicationContext applicationContext, @Nullable Map<Object, Object> beans, QueryFunctions functions) {
        super(applicationContext, beans);
        this.queryFunctions = functions;
    }

    @Override
    public Expression createExpression(String expression) {
        return queryFunctions
                .findOwn(expression)
                .<Expression>map(value -> new OwnFunction(expression, value))
                .orElseGet(() ->
                        new GuardedExpression(createValueExpression(expression), this, expression, queryFunctions));
    }
}
