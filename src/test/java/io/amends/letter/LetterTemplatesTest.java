package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplatesTest {

    private static final String HOSTILE =
            "<script>alert('x')</script>\" onload=\"x\r\nBcc: all@example.org\n\u0000[[${7*7}]]"
                    + " ${T(java.lang.Runtime)} </title></textarea>";
    private static final List<String> TEXTS = List.of(
            "customerName",
            "recipientName",
            "ownerName",
            "subjectWords",
            "product",
            "receivedOn",
            "nextStepDate",
            "question",
            "explanation",
            "amount",
            "interimUntil",
            "declineReason",
            "settlement",
            "finalDecision",
            "finalReason",
            "turnTo",
            "promiseWhat",
            "promiseDue",
            "promiseOldDue",
            "reason",
            "channelWords",
            "clockWords",
            "clockDue",
            "acknowledgeBy",
            "groupWords",
            "because",
            "clockStart",
            "severity");
    private static final Map<String, String> LINKS =
            Arrays.stream(LinkPurpose.values()).collect(Collectors.toMap(LinkPurpose::name, LinkPlaceholders::of));

    private final LetterTemplates templates = new LetterTemplates();

    static Stream<String> letters() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/letters"))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_can_be_written_with_nothing_known(String letter) {
        for (String language : List.of("en", "zh-CN")) {
            Map<String, Object> model = bare();
            model.put("links", Map.of());
            LetterTemplates.Rendered rendered = templates.render(letter, language, model);
            assertWhole(rendered);
            assertThat(rendered.html() + rendered.text()).doesNotContain("null").doesNotContain("amends-link");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_shows_what_others_typed_as_text(String letter) {
        for (String language : List.of("en", "zh-CN")) {
            LetterTemplates.Rendered rendered = templates.render(letter, language, filled(HOSTILE));
            assertWhole(rendered);
            assertThat(rendered.html())
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContain("\" onload")
                    .doesNotContain("49");
            assertThat(rendered.html().split("</title>", -1)).hasSize(2);
            assertThat(rendered.text()).doesNotContain("\u0000").doesNotContain("\r");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_can_be_very_long(String letter) {
        for (String language : List.of("en", "zh-CN")) {
            LetterTemplates.Rendered rendered = templates.render(letter, language, filled("长long ".repeat(5000)));
            assertWhole(rendered);
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void the_text_says_what_the_page_says(String letter) throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            Map<String, Object> model = LetterSamples.of(letter, language);
            LetterTemplates.Rendered rendered = templates.render(letter, language, model);
            assertWhole(rendered);
            for (String link : LINKS.values()) {
                assertThat(rendered.text().contains(link))
                        .isEqualTo(rendered.html().contains(link));
            }
            Path folder = Files.createDirectories(Path.of("target/letters"));
            String name = letter + "-" + language;
            Files.writeString(folder.resolve(name + ".html"), rendered.html());
            Files.writeString(folder.resolve(name + ".txt"), rendered.subject() + "\n\n" + rendered.text());
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void letters_use_the_words_that_customers_like_to_hear(String letter) {
        for (String language : List.of("en", "zh-CN")) {
            assertThat(templates
                            .render(letter, language, LetterSamples.of(letter, language))
                            .text())
                    .doesNotContainIgnoringCase("you must")
                    .doesNotContainIgnoringCase("try our best")
                    .doesNotContainIgnoringCase("impossible")
                    .doesNotContainIgnoringCase("unfortunately")
                    .doesNotContain("必须", "不可能", "尽力", "您应该");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-letter", "../application", "Closing", "frame", "closing/en"})
    void an_unknown_letter_is_named(String letter) {
        assertThatThrownBy(() -> templates.require(letter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + letter + "'");
    }

    private static void assertWhole(LetterTemplates.Rendered rendered) {
        assertThat(rendered.subject())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(200)
                .doesNotContain("\n", "\r", "[[", "${caseNumber");
        assertThat(rendered.html())
                .startsWith("<!DOCTYPE html>")
                .contains("</html>")
                .doesNotContain(" th:", "<th:", "xmlns");
        assertThat(rendered.text()).isNotBlank().doesNotContain("[#", "[/]", "\n\n\n");
    }

    private static Map<String, Object> bare() {
        Map<String, Object> model = new HashMap<>();
        model.put("caseNumber", "CMP-2026-000042");
        model.put("language", "en");
        model.put("publicUrl", "https://amends.example");
        model.put("recipientName", "Lee");
        model.put("variables", Map.of());
        return model;
    }

    private static Map<String, Object> filled(String text) {
        Map<String, Object> model = bare();
        TEXTS.forEach(name -> model.put(name, text));
        model.put("caseNumber", "CMP-2026-000042");
        model.put("remedies", List.of(text, text));
        model.put("toldBefore", List.of(Map.of("group", text, "when", text, "who", text, "note", text)));
        model.put("ownersTasks", List.of(Map.of("name", text, "path", "/cases/CMP-2026-000042/tasks/Task_A")));
        model.put("asksDecision", true);
        model.put("mediaThreat", true);
        model.put("contacts", 3);
        model.put("links", LINKS);
        return model;
    }
}
