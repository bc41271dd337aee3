package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import org.jspecify.annotations.Nullable;

/** In which language a letter to the media greets and closes: always in that of the words in it, so that no letter is a mix (T-1). */
final class LetterFrame {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private LetterFrame() {}

    static boolean readsChinese(MediaPerson reader) {
        return reader.language().startsWith("zh");
    }

    /** The reader's language where the words are in it, else that of the words; without words the reader's. */
    static String language(MediaPerson reader, @Nullable String words) {
        if (words == null || words.isBlank() || isChinese(words) == readsChinese(reader)) {
            return reader.language();
        }
        return isChinese(words) ? CHINESE : ENGLISH;
    }

    /** More Chinese characters than letters of other scripts: names and product codes stay in Latin letters. */
    private static boolean isChinese(String words) {
        long letters = words.codePoints().filter(Character::isLetter).count();
        long han = words.codePoints()
                .filter(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HAN)
                .count();
        return han * 2 > letters;
    }
}
