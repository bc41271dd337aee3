package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers phones = new PhoneNumbers(Settings.standard());

    @ParameterizedTest
    @ValueSource(
            strings = {"+44 20 7946 0958", "020 7946 0958", "(020) 7946-0958", "0044 20 79460958", " 02079460958 "})
    void a_number_has_one_shape_however_it_was_typed(String typed) {
        assertThat(phones.normalised(typed)).isEqualTo("+442079460958");
    }

    @Test
    void a_number_that_cannot_be_read_keeps_its_digits() {
        assertThat(phones.normalised("ext. 4711")).isEqualTo("4711");
        assertThat(phones.normalised("none")).isNull();
        assertThat(phones.normalised(null)).isNull();
    }
}
