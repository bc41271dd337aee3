package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionMarkTest {

    @Test
    void a_code_a_yes_and_a_number_that_stands_alone_are_outcomes() {
        assertThat(DecisionMark.of("complaint-severity", "severity", "S1", true))
                .isEqualTo("complaint-severity=S1");
        assertThat(DecisionMark.of("learning-review", "reviewNeeded", false, true))
                .isEqualTo("learning-review=false");
        assertThat(DecisionMark.of("crisis-level", "eventLevel", 2, true)).isEqualTo("crisis-level=2");
    }

    @Test
    void a_unit_a_span_of_time_and_an_amount_beside_others_are_none() {
        assertThat(DecisionMark.of("complaint-clocks", "unit", "business-days", false))
                .isNull();
        assertThat(DecisionMark.of("customer-silence", "waitUnit", "days", false))
                .isNull();
        assertThat(DecisionMark.of("call-out-windows", "windowMinutes", 15, true))
                .isNull();
        assertThat(DecisionMark.of("remedy-authority", "approvalDays", 2, false))
                .isNull();
    }

    @Test
    void a_sentence_is_no_outcome() {
        assertThat(DecisionMark.of("recovery-assumptions", "meaning", "What a letter costs", false))
                .isNull();
    }
}
