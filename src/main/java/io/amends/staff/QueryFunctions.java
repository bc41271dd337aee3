package io.amends.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
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
    // queries know "after" and "before" only: what is due this very moment would be neither overdue nor due today
    static final String JUST_BEFORE_NOW = "${justBeforeNow()}";
    static final String END_OF_TODAY = "${endOfToday()}";

    private final Map<String, Supplier<@Nullable Object>> own;
    private final Map<String, Supplier<@Nullable Object>> all;

    QueryFunctions(Clock clock) {
        own = Map.of(
                JUST_BEFORE_NOW,
                () -> Date.from(clock.instant().minusMillis(1)),
                END_OF_TODAY,
                () -> Date.from(LocalDate.now(clock)
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant()));
        all = new HashMap<>(own);
        all.put(CURRENT_USER, CommandContextFunctions::currentUser);
        all.put(CURRENT_USER_GROUPS, CommandContextFunctions::currentUserGroups);
        all.put(NOW, () -> Date.from(clock.instant()));
    }

    boolean knows(String expression) {
        return all.containsKey(expression.strip());
    }

    /** The value of a known expression; empty for any other. */
    Optional<Supplier<@Nullable Object>> find(String expression) {
        return Optional.ofNullable(all.get(expression.strip()));
    }

    /** The value of an expression that only we know and the engine does not; empty for any other. */
    Optional<Supplier<@Nullable Object>> findOwn(String expression) {
        return Optional.ofNullable(own.get(expression.strip()));
    }
}
