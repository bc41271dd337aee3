package io.amends.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * Asks for the cases that stand to a clock in a certain way, as the figures count them.
 *
 * @param clock its row in {@code clock-rules}
 */
record Kept(String clock, KeptFate fate) {

    /** @param text {@code first-contact=missed}, or in words {@code First contact: missed} */
    static Optional<Kept> read(String text) {
        int cut = text.indexOf('=') > 0 ? text.indexOf('=') : text.indexOf(':');
        return cut <= 0
                ? Optional.empty()
                : KeptFate.read(text.substring(cut + 1).strip())
                        .map(fate -> new Kept(
                                text.substring(0, cut)
                                        .strip()
                                        .toLowerCase(Locale.ROOT)
                                        .replace(' ', '-'),
                                fate));
    }

    @Override
    public String toString() {
        return fate.of(clock);
    }
}
