package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.casefile.CasePage.Letter;
import io.amends.casefile.CasePage.LetterGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The letters of a case page: what the media were told does not drown among call-outs and warnings. */
class LetterGroupTest {

    @Test
    void letters_to_the_media_stand_by_themselves_above_those_to_colleagues() {
        assertThat(LetterGroup.of(List.of(colleagues(1), media(2), colleagues(3), media(4))))
                .containsExactly(
                        new LetterGroup("To the media", List.of(), List.of(media(2), media(4))),
                        new LetterGroup("To colleagues", List.of(), List.of(colleagues(1), colleagues(3))));
    }

    @Test
    void without_letters_to_the_media_there_is_nothing_to_tell_apart() {
        assertThat(LetterGroup.of(List.of(colleagues(1), colleagues(2))))
                .containsExactly(new LetterGroup("", List.of(), List.of(colleagues(1), colleagues(2))));
    }

    @Test
    void a_group_without_letters_is_not_shown() {
        assertThat(LetterGroup.of(List.of())).isEmpty();
        assertThat(LetterGroup.of(List.of(media(1))))
                .extracting(LetterGroup::readers)
                .containsExactly("To the media");
    }

    @Test
    void of_many_letters_to_colleagues_the_last_twelve_are_open_while_those_to_the_media_stay_in_sight() {
        List<Letter> letters = new ArrayList<>();
        IntStream.range(0, 17).forEach(n -> {
            letters.add(colleagues(n));
            letters.add(media(n));
        });
        List<LetterGroup> groups = LetterGroup.of(letters);
        assertThat(groups.get(0).earlier()).isEmpty();
        assertThat(groups.get(0).last()).hasSize(17);
        assertThat(groups.get(1).earlier()).hasSize(5).startsWith(colleagues(0));
        assertThat(groups.get(1).last()).hasSize(12).endsWith(colleagues(16));
    }

    @Test
    void a_few_letters_are_not_worth_a_fold() {
        assertThat(LetterGroup.of(
                        IntStream.range(0, 16).mapToObj(n -> colleagues(n)).toList()))
                .singleElement()
                .satisfies(group -> assertThat(group.earlier()).isEmpty());
    }

    @Test
    void of_very_many_letters_to_the_media_the_last_forty_are_open() {
        assertThat(LetterGroup.of(IntStream.range(0, 90).mapToObj(n -> media(n)).toList()))
                .singleElement()
                .satisfies(group -> assertThat(group.last()).hasSize(40));
    }

    private static Letter media(int n) {
        return letter("Press release", n, true);
    }

    private static Letter colleagues(int n) {
        return letter("Call-out", n, false);
    }

    private static Letter letter(String name, int n, boolean toMedia) {
        return new Letter("id-" + n, name, "Subject", "a@example.org", "sent", "Mon", "", toMedia);
    }
}
