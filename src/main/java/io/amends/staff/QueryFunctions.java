package io.amends.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.jspecify.annotations.Nullable;

/** The only expressions that a stored query may hold; they are looked up here, never evaluated. */
class QueryFunctions {

    static final String CURRENT_USER = "${currentUser()}";
    static final String CURRENT_USER_GROUPS = "${currentUserGroups()}";
    static final String NOW = "${now()}";
    static final String END_OF_TODAY = "${endOfToday()}";

    private final Map<String, Supplier<@Nullable Object>> values;

    QueryFunctions(Clock clock) {
        values = Map.of(
                CURRENT_USER,
                CommandContextFunctions::currentUser,
                CURRENT_USER_GROUPS,
                CommandContextFunctions::currentUserGroups,
                NOW,
                () -> Date.from(clock.instant()),
                END_OF_TODAY,
                () -> Date.from(LocalDate.now(clock)
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant()));
    }

    boolean knows(String expression) {
        return values.containsKey(expression.strip());
    }

    /** The value of a known expression; empty for any other. */
    Optional<Supplier<@Nullable Object>> find(String expression) {
        return Optional.ofNullable(values.get(expression.strip()));
    }
}
