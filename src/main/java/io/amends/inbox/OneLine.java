package io.amends.inbox;

import java.util.regex.Pattern;

/** Makes one safe line of what strangers wrote. */
final class OneLine {

    /**
     * Control, format and direction characters, line separators, halves of surrogate pairs. The joiners (U+200C, U+200D) stay: emoji and
     * some scripts need them.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\u200C\\u200D]]+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    private OneLine() {}

    static String of(String text, int longest) {
        String head = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        String line = BLANKS.matcher(UNSEEN.matcher(head).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return cut(line, longest);
    }

    /** At most so many characters, never half of one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
