package io.amends.inbox;

import org.jspecify.annotations.Nullable;

/** Makes words of unknown origin fit a column. */
final class StoredWords {

    private static final char UNKNOWN = '\uFFFD';

    private StoredWords() {}

    /** Cut where it is too long, and without what a database refuses: NUL and halves of surrogate pairs. */
    static String fit(String words, int longest) {
        StringBuilder fit = new StringBuilder(Math.min(words.length(), longest));
        words.codePoints().filter(it -> it != 0).forEach(it -> {
            if (fit.length() + Character.charCount(it) <= longest) {
                fit.appendCodePoint(Character.getType(it) == Character.SURROGATE ? UNKNOWN : it);
            }
        });
        return fit.toString();
    }

    static @Nullable String fitOrNull(@Nullable String words, int longest) {
        return words == null ? null : fit(words, longest);
    }

    static String fit(String words) {
        return fit(words, Integer.MAX_VALUE);
    }
}
