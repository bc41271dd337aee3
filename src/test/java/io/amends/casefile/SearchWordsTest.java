package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void a_name_is_found_whole_and_in_pieces() {
        assertThat(SearchWords.of("Seán O'Brien-Hart"))
                .containsExactlyInAnyOrder("seán", "o'brien-hart", "o", "brien", "hart");
    }

    @Test
    void a_number_is_found_with_and_without_its_zeros() {
        assertThat(SearchWords.of("CMP-2026-000042")).contains("cmp-2026-000042", "000042", "42");
    }

    @Test
    void a_chinese_name_is_found_by_each_of_its_characters() {
        assertThat(SearchWords.of("张艳红")).containsExactlyInAnyOrder("张艳红", "张", "艳", "红");
    }

    @Test
    void nothing_is_found_by_punctuation_or_by_what_is_missing() {
        assertThat(SearchWords.of("— %_ !", null)).isEmpty();
        assertThat(SearchWords.asked("  ")).isEmpty();
    }

    @Test
    void only_so_many_words_are_asked_for() {
        assertThat(SearchWords.asked("one two three four five six seven eight")).hasSize(6);
    }
}
