package io.amends.letter;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** Every letter, in each language, filled in with each of its samples. */
public final class LettersOfTheHouse {

    static final LetterCatalog CATALOG = catalog();
    static final SampleData SAMPLES = new SampleData(CATALOG);
    static final LetterTemplates TEMPLATES = new LetterTemplates();

    private LettersOfTheHouse() {}

    /**
     * A letter as it would be sent.
     *
     * @param model what it was filled in with
     */
    public record Filled(
            String name,
            String language,
            String sample,
            Map<String, Object> model,
            String subject,
            String html,
            String text) {

        String number() {
            return String.valueOf(model.get("caseNumber"));
        }

        LetterAbout about() {
            return CATALOG.find(name).orElseThrow();
        }

        @Override
        public String toString() {
            return name + ", " + language + ", " + sample;
        }
    }

    public static Stream<Filled> all() {
        return CATALOG.all().stream().flatMap(letter -> Stream.of("en", "zh-CN")
                .flatMap(language -> SAMPLES.kinds(letter).stream().map(sample -> filled(letter, language, sample))));
    }

    /** What a usual letter says, by variable. */
    static Map<String, Object> usual(String name, String language) {
        return SAMPLES.of(CATALOG.find(name).orElseThrow(), language, SampleData.USUAL);
    }

    private static Filled filled(LetterAbout letter, String language, String sample) {
        Map<String, Object> model = SAMPLES.of(letter, language, sample);
        LetterTemplates.Rendered rendered = TEMPLATES.render(letter.name(), language, model);
        return new Filled(letter.name(), language, sample, model, rendered.subject(), rendered.html(), rendered.text());
    }

    private static LetterCatalog catalog() {
        try {
            return new LetterCatalog();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
