package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody takes a letter of an exercise for a real one: whichever letter it is, subject and first line say so. */
class ExerciseMarkTest {

    @ParameterizedTest
    @CsvSource({
        "escalation, en, EXERCISE",
        "escalation, zh-CN, 演习",
        "clock-warning, en, EXERCISE",
        "press-release, en, EXERCISE",
        "press-release, zh-CN, 演习",
        "stand-down, en, EXERCISE"
    })
    void the_word_stands_in_the_subject_and_in_the_first_line(String letter, String language, String word) {
        Map<String, Object> model = new HashMap<>(LettersOfTheHouse.usual(letter, language));
        model.put(Addressee.EXERCISE_FOR, List.of("Ann <b> (ann@echo.example)", "Bo"));
        LetterTemplates.Rendered rendered = LettersOfTheHouse.TEMPLATES.render(letter, language, model);
        assertThat(rendered.subject()).contains(word);
        assertThat(rendered.text().lines().findFirst().orElseThrow())
                .startsWith(word)
                .contains("Ann", "Bo");
        assertThat(rendered.html()).contains("class=\"exercise\"").contains("Ann &lt;b&gt;");
    }

    @ParameterizedTest
    @CsvSource({"en, EXERCISE: Press release: , ' (MCR-2026-000007)'", "zh-CN, 【演习】新闻稿：, （MCR-2026-000007）"})
    void a_long_headline_pushes_neither_the_word_nor_the_number_out_of_the_subject(
            String language, String word, String number) {
        Map<String, Object> model = new HashMap<>(LettersOfTheHouse.usual("press-release", language));
        model.put(Addressee.EXERCISE_FOR, List.of());
        model.put("headline", "We take kettles back. ".repeat(20));
        assertThat(LettersOfTheHouse.TEMPLATES
                        .render("press-release", language, model)
                        .subject())
                .startsWith(word)
                .endsWith("…" + number)
                .hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"escalation, en", "press-release, zh-CN"})
    void a_letter_that_is_meant_does_not_bear_it(String letter, String language) {
        LetterTemplates.Rendered rendered =
                LettersOfTheHouse.TEMPLATES.render(letter, language, LettersOfTheHouse.usual(letter, language));
        assertThat(rendered.subject() + rendered.text() + rendered.html()).doesNotContain("EXERCISE", "演习");
    }
}
