package io.amends.casefile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts what a case is found by into words, the same way when it is written and when it is searched. */
public final class SearchWords {

    static final int STEM = 3;

    private static final int LONGEST = 320;
    private static final int MOST_ASKED = 6;
    private static final int MOST_OF_MATTER = 400;
    private static final int LONGEST_OF_MATTER = 64;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SERIAL = Pattern.compile("0+(\\d+)");

    private SearchWords() {}

    /** Words to store: whole, in pieces, numbers also without their leading zeros, Han characters also one by one. */
    static Set<String> of(@Nullable String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                asked(text, Integer.MAX_VALUE).forEach(word -> {
                    words.add(word);
                    BETWEEN.splitAsStream(word)
                            .filter(piece -> !piece.isEmpty())
                            .forEach(piece -> addPiece(words, piece));
                });
            }
        }
        return words;
    }

    /**
     * Words to store of what people told: of two letters or more, and no more than {@link #MOST_OF_MATTER}, so that a long
     * letter does not outweigh the register.
     */
    static Set<String> ofMatter(@Nullable String... texts) {
        return of(texts).stream()
                .filter(word -> word.length() > 1 || Character.isIdeographic(word.codePointAt(0)))
                .filter(word -> word.length() <= LONGEST_OF_MATTER)
                .limit(MOST_OF_MATTER)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Words that somebody searches for; each must be found. */
    public static List<String> asked(String text) {
        return asked(text, MOST_ASKED);
    }

    static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }

    private static List<String> asked(String text, int atMost) {
        return Arrays.stream(SPACE.split(text.strip().toLowerCase(Locale.ROOT), -1))
                .map(word -> EDGE.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .limit(atMost)
                .toList();
    }

    private static void addPiece(Set<String> words, String piece) {
        words.add(piece);
        var serial = SERIAL.matcher(piece);
        if (serial.matches()) {
            words.add(serial.group(1));
        }
        piece.codePoints().filter(Character::isIdeographic).forEach(c -> words.add(Character.toString(c)));
    }
}
