package io.amends.mediacrisis;

import io.amends.casefile.CaseDetails.Chart;
import io.amends.casefile.CaseDetails.Charts;
import io.amends.mediacrisis.CoverageRound.Figures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Volume, negative share, enquiries and use of our messages, round by round (M-12). */
@Component
class CoverageCharts {

    /** More bars than that nobody tells apart; earlier rounds stand in the record. */
    private static final int MOST = 12;

    private static final String PERCENT = "%";

    private final CoverageRounds rounds;

    CoverageCharts(CoverageRounds rounds) {
        this.rounds = rounds;
    }

    /**
     * Of the last rounds; nothing before the first was recorded.
     *
     * @param over whether nobody watches any more
     */
    Optional<Charts> of(String caseNumber, boolean over) {
        List<CoverageRound> all = rounds.complete(caseNumber);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<CoverageRound> last = all.subList(Math.max(0, all.size() - MOST), all.size());
        return Optional.of(new Charts(
                "Coverage, round by round",
                over
                        ? "Nobody watches any more."
                        : "Clean rounds running: " + rounds.clean(caseNumber) + "; two end the crisis.",
                "Round",
                last.stream().map(round -> Integer.toString(round.number())).toList(),
                List.of(
                        chart("Reports", "", last, Figures::coverage),
                        chart("Negative", PERCENT, last, Figures::negativeShare),
                        chart("Enquiries", "", last, Figures::enquiries),
                        chart("Our message", PERCENT, last, Figures::carryingShare))));
    }

    private static Chart chart(String label, String unit, List<CoverageRound> rounds, ToIntFunction<Figures> value) {
        return new Chart(
                label,
                unit,
                rounds.stream()
                        .map(round -> value.applyAsInt(Objects.requireNonNull(round.figures())))
                        .toList());
    }
}
