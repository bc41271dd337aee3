package io.amends.clock;

import java.util.Arrays;
import java.util.List;

/** Clocks as a diagram names them. */
final class ClockNames {

    private ClockNames() {}

    /** @param input one name, or several with commas between them */
    static List<String> of(String input) {
        return Arrays.stream(input.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
