package io.amends.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;

/** T-2: the list of what customers rather hear. */
class ToneListTest {

    private final ToneList tone = list("processes/tone");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We try our best to bring it. | try our best | I will …",
                "You must send it back. | you must | could you …",
                "You forgot to sign it. | you forgot | we (…",
                "Sorry for asking again. | sorry | thank you (…",
                "Do you have the number? | do you have | may I have …",
                "That is impossible. | impossible | you can …",
                "我们会尽力处理。 | 尽力 | 我会在",
                "您必须寄回。 | 必须 | 能否请您",
                "您忘了签字。 | 您忘了 | 我们……",
                "抱歉再次打扰。 | 抱歉 | 感谢您",
                "您有没有订单号？ | 您有没有 | 可以请您提供",
                "这不可能。 | 不可能 | 您可以",
            })
    void knows_the_six_pairs_in_both_languages(String text, String found, String rather) {
        assertThat(tone.look(text, false)).singleElement().satisfies(remark -> {
            assertThat(remark.found()).containsExactly(found);
            assertThat(remark.rather()).startsWith(rather);
            assertThat(remark.because()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No comment for now, there is nothing to say. | no comment | we know",
                "We stop our adverts in your paper. | our adverts | the facts",
                "Correct it or hear from our lawyers! | hear from our lawyers | please correct",
                "It was probably caused by a seal. | probably caused | we look for",
                "We look into it, solved by tomorrow. | solved by | we look for",
                "The line will be fixed by Friday. | fixed by | we look for",
                "水壶的问题明天就能解决。 | 就能解决 | 我们正在寻找",
                "此事无可奉告。 | 无可奉告 | 我们已知",
            })
    void knows_what_is_never_said_to_the_media_and_holds_nothing_else_against_it(
            String text, String found, String rather) {
        assertThat(tone.lookForMedia(text)).first().satisfies(remark -> {
            assertThat(remark.found()).contains(found);
            assertThat(remark.rather()).startsWith(rather);
        });
        assertThat(tone.look(text, false)).isEmpty();
        assertThat(tone.lookForMedia("You must send it back. We know of three kettles."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I will bring the new vase on Friday. Could you be at home at ten?",
                "You must have been worried when nobody came.",
                "Do you have any questions?",
                "The trousers are of the best quality; your mistakenly sent box is here.",
                "我会在周五之前把花瓶送到。能否请您十点在家？",
                "如果您需要帮助，请告诉我们。",
            })
    void has_nothing_to_say_about_words_that_are_well_chosen(String text) {
        assertThat(tone.look(text, false)).isEmpty();
    }

    @Test
    void an_apology_may_say_that_we_are_sorry_and_still_makes_no_excuses() {
        assertThat(tone.look("We are sorry. 非常抱歉。", true)).isEmpty();
        assertThat(tone.look("We are sorry for any inconvenience.", true))
                .extracting(Remark::found)
                .containsExactly(List.of("any inconvenience"));
    }

    @Test
    void finds_words_whatever_their_case_apostrophes_and_line_breaks() {
        assertThat(tone.look("WE CAN’T do it. Try\n  our best.", false))
                .extracting(Remark::found)
                .containsExactly(List.of("try our best"), List.of("we can’t"));
    }

    @Test
    void names_each_word_once() {
        assertThat(tone.look("You must wait. You must call. You have to ask.", false))
                .singleElement()
                .extracting(Remark::found)
                .isEqualTo(List.of("you must", "you have to"));
    }

    @Test
    void no_advice_uses_the_words_that_it_warns_of() {
        assertThat(tone.pairs())
                .hasSizeGreaterThan(24)
                .allSatisfy(pair -> assertThat(look(pair, pair.rather())).isEmpty())
                .allSatisfy(pair -> assertThat(look(pair, pair.than()))
                        .extracting(Remark::rather)
                        .contains(pair.rather()));
    }

    private List<Remark> look(TonePair pair, String text) {
        return pair.forMedia() ? tone.lookForMedia(text) : tone.look(text, false);
    }

    @Test
    void a_folder_of_ones_own_takes_the_place_of_the_list(@TempDir Path folder) throws Exception {
        for (String language : List.of("en", "zh")) {
            Files.writeString(
                    folder.resolve(language + ".yaml"),
                    "[{rather: good day, than: hello, because: It is longer., words: [hello]}]");
        }
        assertThat(list(folder.toString()).look("Hello! You must wait.", false))
                .extracting(Remark::rather)
                .containsOnly("good day");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | has to be a list of pairs",
                "'[{than: b, because: c, words: [d]}]' | pair 1 needs rather",
                "'[{rather: a, than: b, because: c}]' | pair 1 needs words",
                "'[{rather: a, than: b, because: c, words: []}]' | pair 1 words has to be a list",
                "'[{rather: a, than: b, because: c, words: [12]}]' | pair 1 has '12' among its words",
                "'[{rather: a, than: b, because: c, words: [d], unless: friday}]' | the only word for it is apology",
                "'[{rather: a, than: b, because: c, words: [d], colour: red}]' | pair 1 has 'colour'",
                "'[{rather: a' | cannot be read",
            })
    void refuses_a_list_that_cannot_be_meant_and_says_where(String file, String said) {
        assertThatThrownBy(() -> ToneFile.read(
                        "en", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8), "tone/en.yaml")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tone/en.yaml")
                .hasMessageContaining(said);
    }

    private static ToneList list(String folder) {
        return new ToneList(new ToneProperties(folder), new DefaultResourceLoader());
    }
}
