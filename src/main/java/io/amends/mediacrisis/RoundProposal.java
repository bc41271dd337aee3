package io.amends.mediacrisis;

import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import java.util.List;
import java.util.Objects;

/** What the numbers of a round say about the four questions; a person decides (M-13). */
final class RoundProposal {

    /** Coverage has stopped when there is at most this part of what the strongest round had. */
    private static final int PART = 10;

    private RoundProposal() {}

    /** @param before the rounds before, oldest first */
    static Answers of(Figures now, List<CoverageRound> before) {
        List<Figures> earlier = before.stream()
                .map(CoverageRound::figures)
                .filter(Objects::nonNull)
                .toList();
        return new Answers(
                stopped(now, earlier),
                falling(now, earlier),
                now.enquiries() == 0,
                now.carrying() * 2 >= now.coverage());
    }

    private static boolean stopped(Figures now, List<Figures> earlier) {
        int most = earlier.stream().mapToInt(Figures::coverage).max().orElse(0);
        return now.coverage() * PART <= most;
    }

    /** Nothing negative at all is as good as it gets. */
    private static boolean falling(Figures now, List<Figures> earlier) {
        return now.negative() == 0
                || (!earlier.isEmpty()
                        && now.negativeShare() < earlier.get(earlier.size() - 1).negativeShare());
    }
}
