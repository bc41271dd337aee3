package io.amends.seal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last link of the chain: whoever knows it can tell that nothing before it was changed and nothing cut off. */
record SealHead(long seq, String hash) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,18})\\s*:\\s*([0-9a-fA-F]{64})\\s*");

    /** @param text as it is told everywhere: {@code 42:9f86…} */
    static Optional<SealHead> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new SealHead(
                        Long.parseLong(form.group(1)), form.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
