package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.lostcustomer.LostCustomer.Offer;
import io.amends.lostcustomer.LostCustomer.Reported;
import io.amends.lostcustomer.LostCustomer.Talk;
import io.amends.lostcustomer.LostCustomer.Value;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a case ended, from what is known at its end. */
class CaseOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "let-go, '', '', let-go",
        "hold-out, '', '', held-out",
        "pursue, not-reached, '', not-reached",
        "pursue, wrong-number, '', not-reached",
        "pursue, do-not-contact, '', left-alone",
        "pursue, left-alone, '', left-alone",
        "let-go, refuses, '', declined",
        "let-go, interested, '', let-go",
        "pursue, interested, declined, declined",
        "fix-first, wants-fix, declined, declined",
        "pursue, interested, expired, no-answer",
        "fix-first, '', '', not-reached"
    })
    void the_outcome_says_how_it_ended(String decision, String talk, String answer, String outcome) {
        assertThat(CaseOutcome.of(lost(null, null), decision, talk, answer, false))
                .isEqualTo(outcome);
    }

    @Test
    void who_said_yes_is_regained_only_when_they_bought() {
        Instant yes = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(CaseOutcome.of(lost(yes, true), "pursue", "interested", "accepted", false))
                .isEqualTo("regained");
        assertThat(CaseOutcome.of(lost(yes, false), "pursue", "interested", "accepted", false))
                .isEqualTo("not-regained");
    }

    @Test
    void who_asked_to_be_left_alone_was_left_alone_whatever_came_before() {
        Instant yes = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(CaseOutcome.of(lost(yes, true), "pursue", "interested", "accepted", true))
                .isEqualTo("left-alone");
    }

    private static LostCustomer lost(@Nullable Instant cameBackAt, @Nullable Boolean regained) {
        return new LostCustomer(
                "LCR-2026-000001",
                "C-1",
                Signal.SILENCE,
                "2026-01-01",
                null,
                null,
                null,
                Instant.parse("2026-02-01T10:00:00Z"),
                Reported.NOTHING,
                new Value("A", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, 1),
                "drifted",
                null,
                false,
                null,
                null,
                null,
                new Talk(0, null, null),
                new Offer(null, null, null, null, null),
                cameBackAt,
                null,
                regained,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
