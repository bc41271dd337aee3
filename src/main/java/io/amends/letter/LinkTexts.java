package io.amends.letter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** What link pages say, in the letter's language. */
@Component
class LinkTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, Map<String, String>> byFile = Map.of("en", load("en"), "zh", load("zh"));

    Map<String, String> of(String language) {
        return byFile.getOrDefault(LetterTemplates.file(language), Map.of());
    }

    private static Map<String, String> load(String file) {
        ResourceBundle bundle = ResourceBundle.getBundle("texts.link", Locale.forLanguageTag(file), NO_FALLBACK);
        Map<String, String> texts = new LinkedHashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }
}
