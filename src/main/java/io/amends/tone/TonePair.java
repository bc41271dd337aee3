package io.amends.tone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One pair of the list: what customers rather hear, and the words that it stands for.
 *
 * @param than what the words are known by, for readers of the list
 * @param words finds them
 * @param fine finds longer words in which they do no harm; null when there are none
 * @param notInApology whether the words are right where something was our fault
 * @param forMedia whether it is about words to the media, and not to customers
 */
record TonePair(
        String language,
        String rather,
        String than,
        String because,
        Pattern words,
        @Nullable Pattern fine,
        boolean notInApology,
        boolean forMedia) {

    /** Enough for somebody to see the point. */
    private static final int MOST_NAMED = 3;

    Optional<Remark> look(String text, boolean apology) {
        if (apology && notInApology) {
            return Optional.empty();
        }
        List<MatchResult> harmless =
                fine == null ? List.of() : fine.matcher(text).results().toList();
        List<String> found = words.matcher(text)
                .results()
                .filter(match -> harmless.stream().noneMatch(around -> within(match, around)))
                .map(match -> match.group().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Remark(found, rather, because, language));
    }

    private static boolean within(MatchResult match, MatchResult around) {
        return around.start() <= match.start() && match.end() <= around.end();
    }
}
