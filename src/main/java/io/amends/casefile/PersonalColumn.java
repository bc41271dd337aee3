package io.amends.casefile;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column that says who somebody is or holds words that people wrote.
 *
 * @param erasing what becomes of the value when the person is erased
 * @param when SQL condition on the row by which the value is personal, with the parameters of {@link CaseTable#rows} and
 *     {@code :words}; none where it always is
 */
public record PersonalColumn(Erasing erasing, @Nullable String when) {

    /** What stands in the place of an erased value. */
    public enum Erasing {
        /** Null. */
        NOTHING("nothing"),
        /** {@link CaseTables#MARKER} where something stood, so that the record still tells that something was said. */
        MARKER("marker"),
        /** {@link CaseTables#MARKER} and the row's first key, where a constraint wants different values. */
        UNIQUE_MARKER("unique marker"),
        /** Nothing: the row goes with it. */
        ROW("row");

        private final String name;

        Erasing(String name) {
            this.name = name;
        }

        static Erasing named(String name) {
            return Arrays.stream(values())
                    .filter(erasing -> erasing.name.equals(name))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("it erases by '" + name + "', which is none of "
                            + Arrays.stream(values())
                                    .map(erasing -> erasing.name)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
