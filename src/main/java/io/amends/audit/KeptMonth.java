package io.amends.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The days of a month that lie in the period asked for, both included. */
record KeptMonth(LocalDate from, LocalDate to) {

    /** In order; the first and the last may be parts of months. */
    static List<KeptMonth> of(LocalDate from, LocalDate to) {
        List<KeptMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.atDay(1).isAfter(to); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1);
            LocalDate last = month.atEndOfMonth();
            months.add(new KeptMonth(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last));
        }
        return List.copyOf(months);
    }

    YearMonth month() {
        return YearMonth.from(from);
    }

    boolean whole() {
        return from.getDayOfMonth() == 1 && to.equals(month().atEndOfMonth());
    }
}
