package io.amends.mediacrisis;

import java.text.Normalizer;
import java.util.Locale;

/** What makes two titles the same matter: letters and digits, however they were typed. */
final class MatterWords {

    private static final int LONGEST = 200;

    private MatterWords() {}

    /** In lower case, with one blank between words; the title itself where it has neither letters nor digits. */
    static String of(String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String matter = words.isEmpty() ? title.strip() : words;
        return matter.substring(0, Math.min(LONGEST, matter.length()));
    }
}
