package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "first-contact, First contact",
        "FIRST_CONTACT, First contact",
        "firstContact, First contact",
        "level2, Level 2",
        "S1, S1",
        "'The Kettle K7, in the Post', 'The Kettle K7, in the Post'"
    })
    void a_name_for_machines_becomes_words_and_what_a_person_wrote_stays(String name, String words) {
        assertThat(Words.label(name)).isEqualTo(words);
    }
}
