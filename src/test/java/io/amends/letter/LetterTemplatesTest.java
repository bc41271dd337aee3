package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.letter.LettersOfTheHouse.Filled;
import io.amends.tone.Tone;
import io.amends.tone.ToneLists;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every letter in each language: a usual case and its other shapes, nothing known, everything very long, everything hostile. */
class LetterTemplatesTest {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
    private static final Pattern HOLE =
            Pattern.compile("null|\\[\\]|\\(\\)|（）|<strong></strong>|<li></li>|<p></p>|<q></q>");
    private static final Pattern ANNOUNCED = Pattern.compile("[:：]\\s*</p>");
    private static final int LONGEST_SUBJECT = 200;

    private final Tone tone = ToneLists.ofTheHouse();

    static Stream<Filled> letters() {
        return LettersOfTheHouse.all();
    }

    static Stream<Filled> lettersToTheMedia() {
        return letters().filter(letter -> letter.about().toMedia());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void is_written_whole(Filled letter) {
        assertThat(letter.subject())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST_SUBJECT)
                .contains(letter.number())
                .doesNotContain("\n", "\r", "${caseNumber");
        assertThat(letter.html())
                .startsWith("<!DOCTYPE html>")
                .contains("</html>")
                .doesNotContain(" th:", "<th:", "xmlns");
        assertThat(letter.text()).isNotBlank().doesNotContain("[#", "[/]", "[(", "\n\n\n");
    }

    @ParameterizedTest
    @MethodSource("lettersToTheMedia")
    void tells_the_media_in_its_subject_what_it_is_and_ends_with_the_number_by_which_answers_are_found(Filled letter) {
        assertThat(letter.subject())
                .doesNotStartWith(letter.number())
                .containsOnlyOnce(letter.number())
                .endsWith(letter.language().equals("en") ? " (" + letter.number() + ")" : "（" + letter.number() + "）");
    }

    @ParameterizedTest
    @CsvSource({
        "We take kettles back, Press release: We take kettles back (MCR-2026-000007)",
        "We take (some) kettles back, Press release: We take (some) kettles back (MCR-2026-000007)"
    })
    void a_headline_of_usual_length_stands_in_the_subject_as_it_is(String headline, String subject) {
        assertThat(pressRelease(headline, "en")).isEqualTo(subject);
    }

    @Test
    void a_long_headline_is_shortened_at_the_end_of_a_word() {
        assertThat(pressRelease("We take kettles back. ".repeat(20), "en"))
                .hasSizeBetween(180, LONGEST_SUBJECT)
                .matches("Press release: (We take kettles back\\. )+We( take( kettles)?)?… \\(MCR-2026-000007\\)");
    }

    @Test
    void a_long_headline_without_gaps_is_shortened_between_two_characters() {
        assertThat(pressRelease("召回🫖".repeat(60), "zh-CN"))
                .hasSizeBetween(LONGEST_SUBJECT - 1, LONGEST_SUBJECT)
                .matches("新闻稿：(召回🫖)+召?回?…（MCR-2026-000007）");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void has_no_hole_where_something_is_not_known(Filled letter) {
        if (letter.sample().equals(SampleData.HOSTILE)) {
            return;
        }
        assertThat(HOLE.matcher(letter.html()).results().map(MatchResult::group))
                .isEmpty();
        assertThat(letter.text()).doesNotContain("null", "（）", "()");
        if (letter.sample().equals(SampleData.EMPTY)) {
            assertThat(ANNOUNCED.matcher(letter.html()).find())
                    .as("announces something that does not come")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void shows_what_others_typed_as_text(Filled letter) {
        assertThat(letter.html())
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("\" onload", "\u0000", "\r", "[[49]]");
        assertThat(letter.html().split("</title>", -1)).hasSize(2);
        assertThat(letter.text()).doesNotContain("\u0000", "\r", "[[49]]");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void says_the_same_as_a_page_and_as_plain_text(Filled letter) {
        assertThat(letter.text()).contains(letter.number());
        assertThat(letter.html()).contains(letter.number());
        links(letter).filter(link -> link.startsWith("http")).forEach(link -> assertThat(letter.text())
                .contains(link));
        if (letter.about().toCustomer()) {
            assertThat(letter.text()).contains((String) letter.model().get("replyTo"));
            assertThat(letter.html()).contains((String) letter.model().get("replyTo"));
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void leads_somewhere_with_every_link_and_loads_nothing(Filled letter) {
        assertThat(links(letter))
                .allMatch(link -> link.startsWith(SampleData.PUBLIC_URL + "/")
                        || link.startsWith("mailto:service+")
                        || link.startsWith("tel:+"));
        assertThat(letter.html()).doesNotContain("<img", "url(", "<link", "@import");
        if (!letter.sample().equals(SampleData.EMPTY)) {
            assertThat(links(letter).filter(link -> link.startsWith("http"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void uses_the_words_that_customers_like_to_hear(Filled letter) {
        assertThat(tone.look(
                        letter.subject() + "\n" + letter.text(), letter.about().apology()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-letter", "../application", "Closing", "frame", "closing/en"})
    void an_unknown_letter_is_named(String letter) {
        assertThatThrownBy(() -> LettersOfTheHouse.TEMPLATES.require(letter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + letter + "'");
    }

    private static String pressRelease(String headline, String language) {
        Map<String, Object> model = new HashMap<>(LettersOfTheHouse.usual("press-release", language));
        model.put("headline", headline);
        return LettersOfTheHouse.TEMPLATES
                .render("press-release", language, model)
                .subject();
    }

    private static Stream<String> links(Filled letter) {
        return LINK.matcher(letter.html())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&").replace("&#39;", "'"))
                .distinct();
    }
}
