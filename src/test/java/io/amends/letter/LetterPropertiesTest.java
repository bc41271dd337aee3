package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterPropertiesTest {

    private static final UUID LETTER = UUID.randomUUID();

    @Test
    void a_sender_that_is_no_address_is_refused_at_the_start_and_not_by_each_letter() {
        assertThatThrownBy(() -> from("service desk"))
                .hasMessageContaining("amends.letter.from")
                .hasMessageContaining("'service desk'");
    }

    @Test
    void each_letter_has_an_envelope_sender_of_its_own_that_names_it() {
        LetterProperties usual = from("service@amends.example");
        assertThat(usual.bounceAddress(LETTER)).isEqualTo("service+bounce-" + LETTER + "@amends.example");
        assertThat(usual.bouncedLetter(usual.bounceAddress(LETTER))).contains(LETTER);
    }

    @Test
    void an_address_too_long_for_that_stays_as_it_is() {
        LetterProperties lengthy = from("customer-service-of-the-house@amends.example");
        assertThat(lengthy.bounceAddress(LETTER)).isEqualTo("customer-service-of-the-house@amends.example");
        assertThat(lengthy.bouncedLetter(lengthy.bounceAddress(LETTER))).isEmpty();
    }

    private static LetterProperties from(String from) {
        return new LetterProperties(
                from,
                "Amends",
                "Amends press",
                URI.create("https://amends.example"),
                null,
                "a secret that is long enough for a test",
                null,
                Duration.ofSeconds(1),
                Duration.ofMinutes(15));
    }
}
