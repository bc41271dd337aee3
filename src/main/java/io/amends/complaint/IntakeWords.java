package io.amends.complaint;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What intake says to those who fill something in, in their language. */
class IntakeWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private IntakeWords(Locale locale) {
        this.bundle = ResourceBundle.getBundle("messages/complaint", locale, NO_FALLBACK);
    }

    static IntakeWords in(Locale locale) {
        return new IntakeWords(locale);
    }

    String say(Fault fault) {
        return new MessageFormat(bundle.getString("fault." + fault.code()), Locale.ROOT)
                .format(fault.details().toArray());
    }

    String say(String key) {
        return bundle.getString(key);
    }

    /** All texts of a page, by what follows the prefix. */
    Map<String, String> page(String prefix) {
        var texts = new LinkedHashMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> texts.put(key.substring(prefix.length()), bundle.getString(key)));
        return texts;
    }

    /** The refusal as callers of an API read it. */
    static FormRefusal refusal(List<Fault> faults) {
        var english = in(Locale.ENGLISH);
        return new FormRefusal(faults.stream()
                .map(fault -> new Finding(fault.field(), english.say(fault)))
                .toList());
    }
}
