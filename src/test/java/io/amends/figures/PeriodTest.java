package io.amends.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amends.modeling.FormRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void without_a_word_it_is_the_last_twelve_months() {
        assertThat(Period.read("", " ", TODAY))
                .isEqualTo(new Period(LocalDate.of(2025, 12, 1), TODAY))
                .isEqualTo(Period.lastYear(TODAY));
        assertThat(Period.read("", "2026-06-30", TODAY).from()).isEqualTo("2025-07-01");
        assertThat(Period.read("2026-06-30", "", TODAY).to()).isEqualTo(TODAY);
    }

    @Test
    void its_days_begin_and_end_where_the_house_is() {
        Period day = Period.read("2026-11-30", "2026-11-30", TODAY);
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        assertThat(day.start(shanghai)).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
        assertThat(day.end(shanghai)).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13-01, 2026-11-30, from",
        "yesterday, '', from",
        "'', 30.11.2026, to",
        "2026-11-30, 2026-11-29, from",
        "1969-12-31, 2026-11-29, from",
        "2026-11-01, +999999999-12-31, to",
        "2026-11-01, 3000-01-01, to"
    })
    void what_is_no_period_is_refused_by_its_field(String from, String to, String field) {
        FormRefusal refused = catchThrowableOfType(FormRefusal.class, () -> Period.read(from, to, TODAY));

        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void two_broken_days_are_told_at_once() {
        assertThat(catchThrowableOfType(FormRefusal.class, () -> Period.read("x", "y", TODAY))
                        .findings())
                .hasSize(2);
    }
}
