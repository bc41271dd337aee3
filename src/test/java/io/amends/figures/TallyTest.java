package io.amends.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.lostcustomer.RecoveryFigures.Count;
import io.amends.lostcustomer.RecoveryFigures.Stand;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures name what they are a part of, and what was worth it (L-11). */
class TallyTest {

    private final Tally none = new Tally(List.of());

    @Test
    void each_case_is_in_one_place_and_the_rate_is_of_the_finished() {
        Tally tally = tally(
                count("drifted", true, Stand.REGAINED, 3, "300", "100"),
                count("drifted", true, Stand.NOT_REGAINED, 9, "45", "400"),
                count("drifted", false, Stand.RUNNING, 4, "0", "0"),
                count("moved", false, Stand.LET_GO, 5, "0", "0"),
                count("drifted", false, Stand.HELD_OUT, 2, "80", "0"),
                count("drifted", false, Stand.LEFT_ALONE, 1, "0", "20"),
                count(null, false, Stand.UNDECIDED, 6, "0", "0"));

        assertThat(tally.lost())
                .isEqualTo(30)
                .isEqualTo(tally.undecided()
                        + tally.letGo()
                        + tally.heldOut()
                        + tally.leftAlone()
                        + tally.running()
                        + tally.notRegained()
                        + tally.regained());
        assertThat(tally.pursued()).isEqualTo(16);
        assertThat(tally.rate()).isEqualTo(new Proportion(3, 12));
        assertThat(tally.confirmed()).isEqualTo(12);
        assertThat(tally.proposed()).isEqualTo(12);
    }

    @Test
    void what_the_held_out_bought_was_not_brought_about() {
        Tally tally = tally(
                count("drifted", true, Stand.REGAINED, 1, "150", "100"),
                count("drifted", false, Stand.HELD_OUT, 1, "900", "0"));

        assertThat(tally.benefit()).isEqualByComparingTo("150");
        assertThat(tally.worth()).isEqualByComparingTo("0.5");
        assertThat(tally.evaluated()).isEqualTo(1);
    }

    @Test
    void where_nothing_was_spent_there_is_no_return() {
        assertThat(tally(count("drifted", true, Stand.REGAINED, 1, "150", "0")).worth())
                .isNull();
        assertThat(none.worth()).isNull();
        assertThat(none.rate().known()).isFalse();
        assertThat(none.averageYearlyValue()).isZero();
    }

    @Test
    void every_kind_of_leaving_has_its_line_and_an_unknown_one_too() {
        Breakdown reasons = Breakdown.byReason(tally(
                count("drifted", true, Stand.REGAINED, 1, "0", "0"),
                count("went-bankrupt", false, Stand.LET_GO, 2, "0", "0"),
                count(null, false, Stand.UNDECIDED, 3, "0", "0")));

        assertThat(reasons.lines())
                .extracting(Breakdown.Line::name)
                .containsExactly(
                        "Pushed away on purpose",
                        "Pushed away without intent",
                        "Pulled away by better value",
                        "Bought away by price",
                        "Drifted away",
                        "Moved out of reach",
                        "Went bankrupt",
                        "Not looked at yet");
        assertThat(reasons.lines().stream()
                        .mapToInt(line -> line.tally().lost())
                        .sum())
                .isEqualTo(reasons.total().lost());
        assertThat(Breakdown.byReason(none).lines()).hasSize(6);
    }

    @Test
    void offers_are_counted_among_the_pursued() {
        Breakdown offers = Breakdown.byOffer(tally(
                count("drifted", true, Stand.REGAINED, 1, "100", "50"),
                count("drifted", false, Stand.HELD_OUT, 7, "100", "0"),
                new Count(
                        "drifted",
                        true,
                        "upgrade",
                        "declined",
                        Stand.NOT_REGAINED,
                        4,
                        4,
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        1,
                        2)));

        assertThat(offers.total().lost()).isEqualTo(5);
        assertThat(offers.lines())
                .filteredOn(line -> line.code().equals("upgrade"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.tally().declined()).isEqualTo(4);
                    assertThat(line.tally().worth()).isEqualByComparingTo("-1");
                });
    }

    private static Tally tally(Count... counts) {
        return new Tally(Arrays.asList(counts));
    }

    private static Count count(String reason, boolean confirmed, Stand stand, int cases, String benefit, String cost) {
        return new Count(
                reason,
                confirmed,
                "none",
                null,
                stand,
                cases,
                cases,
                new BigDecimal(benefit),
                new BigDecimal(cost),
                BigDecimal.valueOf(100L * cases),
                1,
                1);
    }
}
