package io.amends.mediacrisis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the words of a core message (M-7). Languages with blanks count words as people say them: <em>don't</em> and <em>2.5</em> are one
 * word each, <em>well-known</em> is two, as no hyphen makes a message shorter to hear. Chinese is written without blanks, so each of its characters counts as a word; signs never count.
 */
final class WordCount {

    private static final String SPACELESS = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}";
    private static final String LETTERS = "[\\p{L}\\p{M}\\p{N}&&[^" + SPACELESS + "]]+";
    private static final Pattern WORD = Pattern.compile(
            "[" + SPACELESS + "]|" + LETTERS + "(?:['’]" + LETTERS + "|(?<=\\p{N})[.,](?=\\p{N})" + LETTERS + ")*");

    private WordCount() {}

    static int of(String message) {
        Matcher words = WORD.matcher(message);
        int count = 0;
        while (words.find()) {
            count++;
        }
        return count;
    }
}
