package io.amends.audit;

import io.amends.modeling.FormRefusal.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which the cases opened that are counted, both included, or why they cannot be understood. */
record KeptPeriod(@Nullable LocalDate from, @Nullable LocalDate to, List<Finding> findings) {

    static final int LONGEST_IN_MONTHS = 120;

    /**
     * @param from {@code 2026-01-31}; the beginning of the month eleven months before the end if blank
     * @param to likewise; today if blank
     */
    static KeptPeriod read(String from, String to, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        LocalDate last = to.isBlank() ? today : SearchReader.day("to", to.strip(), findings);
        LocalDate first = !from.isBlank()
                ? SearchReader.day("from", from.strip(), findings)
                : last == null ? null : last.minusMonths(11).withDayOfMonth(1);
        if (first != null && last != null) {
            if (first.isAfter(last)) {
                findings.add(new Finding("from", "is after the last day (%s)".formatted(last)));
            } else if (first.isBefore(
                    YearMonth.from(last).minusMonths(LONGEST_IN_MONTHS - 1L).atDay(1))) {
                findings.add(new Finding(
                        "from", "lies more than %d months before the last day".formatted(LONGEST_IN_MONTHS)));
            }
        }
        return new KeptPeriod(first, last, List.copyOf(findings));
    }

    /** Empty for what cannot be understood. */
    List<KeptMonth> months() {
        return from == null || to == null || !findings.isEmpty() ? List.of() : KeptMonth.of(from, to);
    }
}
