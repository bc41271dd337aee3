package io.amends.audit;

import java.util.Optional;

/**
 * Asks for the cases that stand to a clock in a certain way, as the figures count them.
 *
 * @param clock its row in {@code clock-rules}
 */
record Kept(String clock, KeptFate fate) {

    /** @param text {@code first-contact=missed} */
    static Optional<Kept> read(String text) {
        int equals = text.indexOf('=');
        return equals <= 0
                ? Optional.empty()
                : KeptFate.read(text.substring(equals + 1))
                        .map(fate -> new Kept(text.substring(0, equals).strip(), fate));
    }

    @Override
    public String toString() {
        return fate.of(clock);
    }
}
