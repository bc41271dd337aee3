package io.amends.tone;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a pattern of plain phrases: whole words, whatever their case, their apostrophes and the white space between them. */
final class Phrases {

    private static final String APOSTROPHE = "['’]";
    private static final String LETTER = "[\\p{IsLatin}\\d]";

    private Phrases() {}

    static Pattern pattern(List<String> phrases) {
        return Pattern.compile(
                phrases.stream()
                        // of two that begin alike the longer one
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Phrases::one)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String one(String phrase) {
        String bare = phrase.strip();
        String words = Pattern.compile("\\s+")
                .splitAsStream(bare)
                .map(word -> Pattern.compile(APOSTROPHE)
                        .splitAsStream(word)
                        .map(Pattern::quote)
                        .collect(Collectors.joining(APOSTROPHE)))
                .collect(Collectors.joining("\\s+"));
        return (isLetter(bare.codePointAt(0)) ? "(?<!" + LETTER + ")" : "")
                + words
                + (isLetter(bare.codePointBefore(bare.length())) ? "(?!" + LETTER + ")" : "");
    }

    /** Chinese is written without spaces between words. */
    private static boolean isLetter(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
    }
}
