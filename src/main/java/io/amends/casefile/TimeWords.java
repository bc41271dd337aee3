package io.amends.casefile;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
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

    /** What one clock of several of its kind is called, where it has a name of its own. */
    Optional<String> own(String clock) {
        String key = "clock." + clock;
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** What a clock is called; one that a process owner added is called by its own name. */
    String clock(String rule) {
        return own(rule).orElseGet(() -> rule.replace('-', ' '));
    }
}
