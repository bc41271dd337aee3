package io.amends.mediacrisis;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What makes two titles the same matter: letters and digits, however they were typed; or the whole name of a product within what is
 * said, where that name has several words and so is no word of every day.
 */
final class MatterWords {

    private static final int LONGEST = 200;
    private static final int SHORTEST_CHINESE_NAME = 4;

    private MatterWords() {}

    /** In lower case, with one blank between words; the title itself where it has neither letters nor digits. */
    static String of(String title) {
        String words = plain(title);
        String matter = words.isEmpty() ? title.strip() : words;
        return matter.substring(0, Math.min(LONGEST, matter.length()));
    }

    /** Whether what is said names the product. */
    static boolean name(String said, String product) {
        String name = of(product);
        if (name.codePoints().anyMatch(Character::isIdeographic)) {
            // written without blanks
            return name.length() >= SHORTEST_CHINESE_NAME && plain(said).contains(name);
        }
        return name.contains(" ") && (" " + plain(said) + " ").contains(" " + name + " ");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
