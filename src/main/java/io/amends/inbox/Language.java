package io.amends.inbox;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** In which of the house's languages somebody writes, by the share of scripts. */
final class Language {

    static final String ENGLISH = "en";
    static final String CHINESE = "zh-CN";

    /** A Chinese sentence with a product's English name is still Chinese. */
    private static final double SHARE = 0.25;

    private static final Pattern ADDRESSES = Pattern.compile("https?://\\S{1,500}|\\S{1,64}@\\S{1,200}");

    private static final int ENOUGH = 20_000;

    private Language() {}

    static String of(String text) {
        String head = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        int han = 0;
        int kana = 0;
        int letters = 0;
        for (int at : ADDRESSES.matcher(head).replaceAll(" ").codePoints().toArray()) {
            if (Character.isLetter(at)) {
                UnicodeScript script = UnicodeScript.of(at);
                letters++;
                han += script == UnicodeScript.HAN ? 1 : 0;
                kana += script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? 1 : 0;
            }
        }
        boolean japanese = kana * 10 > han;
        return han > 0 && !japanese && han >= SHARE * letters ? CHINESE : ENGLISH;
    }
}
