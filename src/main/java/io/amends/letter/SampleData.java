package io.amends.letter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a letter is filled with for looking at it: a usual case, its other shapes, and cases as they should not be. */
@Component
class SampleData {

    static final String USUAL = "Usual";
    static final String EMPTY = "Nothing known";
    static final String LONG = "Very long";
    static final String HOSTILE = "Hostile";

    static final String CASE_NUMBER = "CMP-2026-000042";
    static final String PUBLIC_URL = "https://service.amends.example";

    private static final String REPLY_TO = "service+" + CASE_NUMBER + "@amends.example";
    // as long as a real one, so that the address below a button is seen as it is
    private static final String TOKEN = "/r/kB4nO5l0r7xJq2WcVt9hYpDzE8sLfU3aGmRi6TvX1Nw";
    private static final String HOSTILE_TEXT =
            "<script>alert('x')</script>\" onload=\"x\r\nBcc: all@example.org\n\u0000[[${7*7}]] ${T(java.lang.Runtime)}"
                    + " </title></textarea>";
    private static final int TIMES_LONGER = 40;
    private static final int LONG_WORD = 300;

    /** Addresses that the house itself makes. */
    private static final Set<String> OURS = Set.of("caseNumber", "mailPath", "path", "taskPath");

    private final LetterCatalog catalog;

    SampleData(LetterCatalog catalog) {
        this.catalog = catalog;
    }

    /** Names of all samples of a letter, the usual one first. */
    List<String> kinds(LetterAbout letter) {
        return Stream.of(Stream.of(USUAL), letter.shapes().keySet().stream().sorted(), Stream.of(EMPTY, LONG, HOSTILE))
                .flatMap(names -> names)
                .toList();
    }

    /**
     * @param language {@code en} or {@code zh-CN}
     * @param kind one of {@link #kinds}
     * @return the variables of the letter's templates
     */
    Map<String, Object> of(LetterAbout letter, String language, String kind) {
        Map<String, Object> model = new HashMap<>();
        if (!kind.equals(EMPTY)) {
            values(letter, kind).forEach((name, value) -> {
                Object said = said(value, LetterTemplates.file(language));
                if (said != null) {
                    model.put(name, changed(name, said, change(kind)));
                }
            });
        }
        model.putIfAbsent("recipientName", "Lee Lead");
        model.put("variables", Map.of("clock", "first-contact"));
        model.put("links", kind.equals(EMPTY) ? Map.of() : links(letter));
        model.put("caseNumber", letter.sample().getOrDefault("caseNumber", CASE_NUMBER));
        model.put("language", language);
        model.put("publicUrl", PUBLIC_URL);
        model.put("replyTo", REPLY_TO);
        return model;
    }

    private Map<String, Object> values(LetterAbout letter, String kind) {
        Map<String, Object> values = new LinkedHashMap<>(catalog.usual());
        values.putAll(letter.sample());
        values.putAll(letter.shapes().getOrDefault(kind, Map.of()));
        return values;
    }

    private static Map<String, String> links(LetterAbout letter) {
        return letter.links().stream().collect(Collectors.toMap(purpose -> purpose, purpose -> PUBLIC_URL + TOKEN));
    }

    private static UnaryOperator<String> change(String kind) {
        return switch (kind) {
            case LONG -> text -> (text + " ").repeat(TIMES_LONGER) + "x".repeat(LONG_WORD);
            case HOSTILE -> text -> text + HOSTILE_TEXT;
            default -> UnaryOperator.identity();
        };
    }

    /** In one language, or null for what is not known. */
    private static @Nullable Object said(@Nullable Object value, String file) {
        if (value instanceof Map<?, ?> byLanguage && byLanguage.keySet().equals(Set.of("en", "zh"))) {
            return byLanguage.get(file);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> said = new LinkedHashMap<>();
            map.forEach((name, one) -> {
                Object known = said(one, file);
                if (known != null) {
                    said.put(String.valueOf(name), known);
                }
            });
            return said;
        }
        return value instanceof List<?> list
                ? list.stream().map(one -> said(one, file)).toList()
                : value;
    }

    private static Object changed(String name, Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return OURS.contains(name) ? text : change.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> changed(name, one, change)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(
                            one -> String.valueOf(one.getKey()),
                            one -> changed(String.valueOf(one.getKey()), one.getValue(), change)));
        }
        return value;
    }
}
