package io.amends.operations;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One variable of the environment.
 *
 * @param meaning in words, for whoever finds it missing
 * @param needed false when it may be left out
 * @param check what is wrong with a value, or null; it never repeats the value, which may be a secret
 */
record Requirement(String variable, String meaning, boolean needed, Function<String, @Nullable String> check) {

    static Requirement needed(String variable, String meaning, Function<String, @Nullable String> check) {
        return new Requirement(variable, meaning, true, check);
    }

    static Requirement optional(String variable, String meaning, Function<String, @Nullable String> check) {
        return new Requirement(variable, meaning, false, check);
    }

    Optional<String> problem(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return needed ? Optional.of(variable + " is missing: " + meaning) : Optional.empty();
        }
        return Optional.ofNullable(check.apply(value.trim())).map(problem -> variable + " " + problem);
    }
}
