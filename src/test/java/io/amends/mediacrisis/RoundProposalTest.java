package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the numbers of a round say about the four questions (M-13). */
class RoundProposalTest {

    private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void a_first_round_full_of_criticism_has_nothing_good() {
        assertThat(RoundProposal.of(new Figures(10, 8, 4, 1), List.of()))
                .isEqualTo(new Answers(false, false, false, false));
    }

    @Test
    void silence_is_as_good_as_it_gets() {
        assertThat(RoundProposal.of(new Figures(0, 0, 0, 0), List.of(round(10, 8))))
                .isEqualTo(new Answers(true, true, true, true));
    }

    @Test
    void coverage_has_stopped_at_a_tenth_of_the_strongest_round() {
        assertThat(RoundProposal.of(new Figures(2, 2, 0, 0), List.of(round(20, 10), round(4, 4)))
                        .stopped())
                .isTrue();
        assertThat(RoundProposal.of(new Figures(3, 3, 0, 0), List.of(round(20, 10), round(4, 4)))
                        .stopped())
                .isFalse();
    }

    @Test
    void the_negative_share_falls_against_the_round_before() {
        assertThat(RoundProposal.of(new Figures(10, 4, 0, 0), List.of(round(10, 5)))
                        .falling())
                .isTrue();
        assertThat(RoundProposal.of(new Figures(10, 5, 0, 0), List.of(round(10, 5)))
                        .falling())
                .isFalse();
    }

    @Test
    void one_call_of_a_journalist_says_that_reporters_have_not_moved_on() {
        assertThat(RoundProposal.of(new Figures(0, 0, 1, 0), List.of()).movedOn())
                .isFalse();
    }

    @Test
    void our_messages_are_used_when_half_of_the_reports_carry_one() {
        assertThat(RoundProposal.of(new Figures(4, 0, 0, 2), List.of()).messagesUsed())
                .isTrue();
        assertThat(RoundProposal.of(new Figures(5, 0, 0, 2), List.of()).messagesUsed())
                .isFalse();
    }

    private static CoverageRound round(int coverage, int negative) {
        return new CoverageRound(
                1,
                THEN,
                THEN,
                THEN,
                new Figures(coverage, negative, 0, 0),
                new Answers(false, false, false, false),
                "go-on");
    }
}
