package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_moment_is_kept_in_utc_and_read_where_the_house_is() {
        Instant moment = Instant.parse("2026-07-04T13:27:31Z");
        String kept = Words.value(Variables.dateValue(Date.from(moment)));
        assertThat(kept).isEqualTo("2026-07-04T13:27:31Z");
        PlainTime time = new PlainTime(Clock.fixed(moment, ZoneId.of("Europe/London")));
        assertThat(time.told(kept)).isEqualTo("Sat 4 Jul 2026, 14:27");
        assertThat(time.told("2026-07-04T13:27:31.250Z")).isEqualTo("Sat 4 Jul 2026, 14:27");
    }

    @Test
    void what_is_no_moment_is_read_as_it_is_kept() {
        PlainTime time = new PlainTime(Clock.systemUTC());
        assertThat(time.told("2026-07-04")).isEqualTo("2026-07-04");
        assertThat(time.told("2026-13-41T13:27:31Z")).isEqualTo("2026-13-41T13:27:31Z");
        assertThat(time.told("on 2026-07-04T13:27:31Z")).isEqualTo("on 2026-07-04T13:27:31Z");
        assertThat(time.told(null)).isEqualTo("–");
    }
}
