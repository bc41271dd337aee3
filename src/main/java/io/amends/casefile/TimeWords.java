package io.amends.casefile;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said about time, in the reader's language: Chinese, else English. */
final class TimeWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private TimeWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static TimeWords in(Locale locale) {
        return new TimeWords(ResourceBundle.getBundle("messages/time", locale, NO_FALLBACK));
    }

    String say(String key, String... details) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(details);
    }

    /** What a clock is called; one that a process owner added is called by its own name. */
    String clock(String rule) {
        String key = "clock." + rule;
        return bundle.containsKey(key) ? bundle.getString(key) : rule.replace('-', ' ');
    }
}
