package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register as shipped grants, and whether at night (C-4). */
class ClockRulesTest {

    private ClockRuleTable table;

    @BeforeEach
    void theTable() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("processes/clock/clock-rules.dmn"))) {
            table = new ClockRuleTable(Dmn.readModelFromStream(file));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "holding-statement, 60, minutes",
        "find-facts, 2, hours",
        "return-call, 2, hours",
        "choose-spokesperson, 1, hours",
        "core-messages, 1, hours",
        "approve-answer, 1, hours",
        "choose-ways, 1, hours",
        "speak, 4, hours",
        "coverage, 1, hours",
        "approve-update, 1, hours",
        "wrong-report, 4, hours",
        "wrong-report-editor, 1, days"
    })
    void m_4_to_m_14_what_is_owed_to_the_media_runs_around_the_clock(String clock, int amount, String unit) {
        ClockRule rule = rule(clock);

        assertThat(rule.budget()).isEqualTo(new Budget(amount, Budget.Unit.of(unit)));
        assertThat(rule.aroundTheClock()).isTrue();
        assertThat(rule.pauses()).isFalse();
        assertThat(rule.breachSays()).isEqualTo("clock-breached");
    }

    @Test
    void m_14_the_warning_of_a_public_update_asks_for_the_next_one() {
        ClockRule update = rule("public-update");

        assertThat(update.budget()).isNull();
        assertThat(update.aroundTheClock()).isTrue();
        assertThat(update.warnAt()).isEqualTo(75);
        assertThat(update.warnSays()).isEqualTo("public-update-due");
        assertThat(update.breachSays()).isEqualTo("clock-breached");
    }

    @Test
    void m_15_whoever_starts_the_review_grants_its_time() {
        assertThat(rule("after-action").budget()).isNull();
        assertThat(rule("after-action").aroundTheClock()).isFalse();
        assertThat(rule("review-after-action").budget()).isEqualTo(new Budget(2, Budget.Unit.BUSINESS_DAYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "resolve", "promise", "enquiry", "recovery-call", "review"})
    void other_clocks_warn_in_working_hours_where_their_end_is_named(String clock) {
        assertThat(rule(clock).aroundTheClock()).isFalse();
    }

    private ClockRule rule(String clock) {
        return table.find(clock).orElseThrow();
    }
}
