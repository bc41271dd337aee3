package io.amends.figures;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which the cases opened that figures are about, both included. */
record Period(LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** The twelve months that end today. */
    static Period lastYear(LocalDate today) {
        return new Period(yearBefore(today), today);
    }

    /**
     * @param from {@code 2026-01-31}; a year before the end if blank
     * @param to likewise; today if blank
     * @throws FormRefusal naming {@code from} or {@code to}
     */
    static Period read(String from, String to, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        LocalDate last = day("to", to, today, findings);
        LocalDate first = day("from", from, last == null ? null : yearBefore(last), findings);
        if (first == null || last == null || !findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        if (first.isAfter(last)) {
            throw new FormRefusal("from", "is after the last day (%s)".formatted(last));
        }
        return new Period(first, last);
    }

    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment that does not belong to it any more. */
    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate yearBefore(LocalDate day) {
        return day.minusYears(1).plusDays(1);
    }

    private static @Nullable LocalDate day(
            String field, String text, @Nullable LocalDate otherwise, List<Finding> findings) {
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                findings.add(new Finding(field, "lies outside of %s to %s".formatted(FIRST, LAST)));
            }
            return day;
        } catch (DateTimeParseException broken) {
            findings.add(new Finding(field, "is not a day such as 2026-01-31"));
            return null;
        }
    }
}
