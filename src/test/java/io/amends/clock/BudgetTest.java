package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0            | BUSINESS_DAYS  | A clock's budget must be more than zero, but is 0 business-days
            -1           | HOURS          | A clock's budget must be more than zero, but is -1 hours
            3651         | DAYS           | A clock's budget must not be longer than ten years, which is 3650 days, but is 3651
            87601        | HOURS          | A clock's budget must not be longer than ten years, which is 87600 hours, but is 87601
            5256001      | MINUTES        | A clock's budget must not be longer than ten years, which is 5256000 minutes, but is 5256001
            2601         | BUSINESS_DAYS  | A clock's budget must not be longer than ten years, which is 2600 business-days, but is 2601
            2147483647   | BUSINESS_HOURS | A clock's budget must not be longer than ten years, which is 20800 business-hours, but is 2147483647
            """)
    void a_budget_that_makes_no_sense_is_refused_in_words(int amount, Budget.Unit unit, String words) {
        assertThatThrownBy(() -> new Budget(amount, unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @EnumSource
    void the_longest_budget_is_counted_and_about_ten_years(Budget.Unit unit) {
        Instant start = Instant.parse("2026-03-02T10:00:00Z");

        Instant due = Calendars.london().due(start, new Budget(unit.most(), unit));

        assertThat(Duration.between(start, due)).isBetween(Duration.ofDays(3400), Duration.ofDays(3670));
    }

    @Test
    void a_table_names_units_by_words() {
        assertThat(Budget.Unit.of("business-days")).isEqualTo(Budget.Unit.BUSINESS_DAYS);
        assertThat(Budget.Unit.of("minutes")).isEqualTo(Budget.Unit.MINUTES);
        assertThat(Budget.Unit.of("hours")).isEqualTo(Budget.Unit.HOURS);
        assertThatThrownBy(() -> Budget.Unit.of("weeks"))
                .hasMessage(
                        "'weeks' is not a unit of time; known are business-hours, business-days, minutes, hours and days");
    }

    @Test
    void minutes_hours_and_days_pass_around_the_clock() {
        assertThat(Budget.Unit.values())
                .filteredOn(Budget.Unit::isWallTime)
                .containsExactly(Budget.Unit.MINUTES, Budget.Unit.HOURS, Budget.Unit.DAYS);
    }
}
