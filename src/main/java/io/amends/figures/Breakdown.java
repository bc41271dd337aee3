package io.amends.figures;

import io.amends.lostcustomer.RecoveryFigures.Count;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a period, part by part and together. */
record Breakdown(List<Line> lines, Tally total) {

    /** @param code as tables and programs name it; empty for what was not looked at yet */
    record Line(String code, String name, Tally tally) {}

    /** Every kind of leaving has its line, also one that nobody left by; the others have theirs where there is a case. */
    static Breakdown byReason(Tally all) {
        Set<@Nullable String> codes = new LinkedHashSet<>(Names.REASONS.keySet());
        all.counts().stream().map(Count::reason).filter(Objects::nonNull).forEach(codes::add);
        List<Line> lines = new ArrayList<>();
        for (String code : codes) {
            lines.add(new Line(code, Names.reason(code), all.only(count -> code.equals(count.reason()))));
        }
        Tally unseen = all.only(count -> count.reason() == null);
        if (unseen.lost() > 0) {
            lines.add(new Line("", Names.reason(null), unseen));
        }
        return new Breakdown(lines, all);
    }

    /** Of the pursued only: nobody else is made an offer. */
    static Breakdown byOffer(Tally all) {
        Tally pursued = all.only(count -> switch (count.stand()) {
            case RUNNING, REGAINED, NOT_REGAINED -> true;
            default -> false;
        });
        Set<String> codes = new LinkedHashSet<>(Names.OFFERS.keySet());
        pursued.counts().forEach(count -> codes.add(count.offer()));
        List<Line> lines = codes.stream()
                .map(code -> new Line(code, Names.offer(code), pursued.only(count -> count.offer()
                        .equals(code))))
                .toList();
        return new Breakdown(lines, pursued);
    }
}
