package io.amends.modeling;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Reads the FEEL expressions of forms once, so that a completion only evaluates them. */
final class Feel {

    private final FeelEngineApi engine;

    Feel(Supplier<Clock> clock) {
        this.engine = FeelEngineBuilder.forJava()
                .withClock(() -> ZonedDateTime.now(clock.get()))
                .build();
    }

    static boolean isExpression(String text) {
        return text.startsWith("=");
    }

    /** @param text begins with an equals sign, as in a form */
    FeelExpression parse(String text) {
        ParseResult parsed = engine.parseExpression(text.substring(1));
        if (parsed.isFailure()) {
            throw new IllegalArgumentException("'" + text + "' is no FEEL expression");
        }
        return new FeelExpression(engine, parsed.parsedExpression());
    }
}
