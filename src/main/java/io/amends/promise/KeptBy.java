package io.amends.promise;

import org.jspecify.annotations.Nullable;

/**
 * Who keeps a promise, as forms tell it: {@code legal}, or {@code legal/lee} for one of them in person.
 *
 * @param group id of the group that sees the task
 * @param person user id of whoever gets it, or null when anybody of the group may take it
 */
public record KeptBy(String group, @Nullable String person) {

    private static final char BETWEEN = '/';

    public static KeptBy of(String told) {
        int between = told.indexOf(BETWEEN);
        return between < 0
                ? new KeptBy(told, null)
                : new KeptBy(told.substring(0, between), told.substring(between + 1));
    }

    @Override
    public String toString() {
        return person == null ? group : group + BETWEEN + person;
    }
}
