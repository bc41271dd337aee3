package io.amends.tone;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the list of one language; a refusal names the file, the pair and the way out. */
final class ToneFile {

    private static final Set<String> KEYS = Set.of("rather", "than", "because", "words", "but-not", "unless", "for");
    private static final String APOLOGY = "apology";
    private static final String MEDIA = "media";

    private final String language;
    private final String name;
    private int nr;

    private ToneFile(String language, String name) {
        this.language = language;
        this.name = name;
    }

    /** @throws IllegalStateException when the file is missing or says something that cannot be meant */
    static List<TonePair> read(String language, Resource file) {
        return new ToneFile(language, file.getDescription()).pairs(file);
    }

    private List<TonePair> pairs(Resource file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream content = file.getInputStream()) {
            Object read = new Yaml(new SafeConstructor(options)).load(content);
            if (!(read instanceof List<?> entries) || entries.isEmpty()) {
                throw new IllegalStateException("The list of words " + name + " has to be a list of pairs");
            }
            List<TonePair> pairs = new ArrayList<>();
            for (Object entry : entries) {
                nr++;
                pairs.add(pair(entry));
            }
            return List.copyOf(pairs);
        } catch (IOException | YAMLException unreadable) {
            throw new IllegalStateException(
                    "The list of words " + name + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private TonePair pair(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> pair)) {
            throw refused("has to have rather, than, because and words");
        }
        for (Object key : pair.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw refused(
                        "has '" + key + "', but there are only rather, than, because, words, but-not, unless and for");
            }
        }
        Object unless = pair.get("unless");
        if (unless != null && !APOLOGY.equals(unless)) {
            throw refused("says unless: " + unless + ", but the only word for it is " + APOLOGY);
        }
        Object audience = pair.get("for");
        if (audience != null && !MEDIA.equals(audience)) {
            throw refused("is for: " + audience + ", but the only word for it is " + MEDIA);
        }
        Pattern words = phrases(pair, "words");
        if (words == null) {
            throw refused("needs words, a list of what it stands for");
        }
        return new TonePair(
                language,
                text(pair, "rather"),
                text(pair, "than"),
                text(pair, "because"),
                words,
                phrases(pair, "but-not"),
                unless != null,
                audience != null);
    }

    private String text(Map<?, ?> pair, String key) {
        if (!(pair.get(key) instanceof String text) || text.isBlank()) {
            throw refused("needs " + key + ", a text");
        }
        return text.strip();
    }

    private @Nullable Pattern phrases(Map<?, ?> pair, String key) {
        Object value = pair.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw refused(key + " has to be a list of words");
        }
        List<String> phrases = new ArrayList<>();
        for (Object phrase : list) {
            if (!(phrase instanceof String text) || text.isBlank()) {
                throw refused("has '" + phrase + "' among its " + key + ", which is no text; put it in quotes");
            }
            phrases.add(text);
        }
        return Phrases.pattern(phrases);
    }

    private IllegalStateException refused(String what) {
        return new IllegalStateException("The list of words " + name + ": pair " + nr + " " + what);
    }
}
