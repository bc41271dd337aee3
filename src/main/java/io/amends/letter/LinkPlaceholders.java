package io.amends.letter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for a link in the ledger; the secret takes its place only while the letter is sent. */
final class LinkPlaceholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("amends-link:([A-Z_]+)");

    private static final String HIDDEN = "https://…";

    private LinkPlaceholders() {}

    static String of(LinkPurpose purpose) {
        return "amends-link:" + purpose.name();
    }

    /** For readers of the ledger, who have no business with a link's secret. */
    static String hide(String body) {
        return PLACEHOLDER.matcher(body).replaceAll(HIDDEN);
    }

    /** @param urls real address for each purpose that the letter has a link for */
    static String fill(String body, Map<String, String> urls) {
        return PLACEHOLDER.matcher(body).replaceAll(found -> {
            String url = urls.get(found.group(1));
            return Matcher.quoteReplacement(url == null ? found.group() : url);
        });
    }
}
