package io.amends.promise;

import io.amends.clock.Clocks;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what somebody promised can be kept track of. */
@Component
class PromiseCheck {

    /** Beyond that a date is a slip of the keyboard. */
    private static final Period FURTHEST = Period.ofYears(2);

    private final Clocks clocks;
    private final Clock clock;

    PromiseCheck(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * @return the day by which it is kept
     * @throws FormRefusal naming every field that does not fit
     */
    LocalDate due(NewPromise promise) {
        List<Finding> findings = new ArrayList<>();
        what(promise.what()).ifPresent(reason -> findings.add(finding(NewPromise.WHAT, reason, "What was promised")));
        group(promise.group()).ifPresent(reason -> findings.add(finding(NewPromise.GROUP, reason, "Who keeps it")));
        LocalDate due = null;
        try {
            due = day(promise.due().strip());
        } catch (IllegalArgumentException refused) {
            findings.add(finding(NewPromise.DUE, refused.getMessage(), "By when"));
        }
        if (due == null || !findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return due;
    }

    private static Optional<String> what(String what) {
        if (what.isBlank()) {
            return Optional.of("is required");
        }
        return what.strip().length() > NewPromise.LONGEST
                ? Optional.of("must have at most " + NewPromise.LONGEST + " characters")
                : Optional.empty();
    }

    private static Optional<String> group(String group) {
        if (group.isBlank()) {
            return Optional.of("is required");
        }
        return Keeper.of(group).isPresent()
                ? Optional.empty()
                : Optional.of("must be one of "
                        + Keeper.all().stream().map(Keeper::group).collect(Collectors.joining(", ")));
    }

    private LocalDate day(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is required");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("must be a date such as 2026-11-22", unreadable);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (day.isBefore(today)) {
            throw new IllegalArgumentException("must not have passed");
        }
        if (day.isAfter(today.plus(FURTHEST))) {
            throw new IllegalArgumentException("must not be later than " + today.plus(FURTHEST));
        }
        if (!clocks.date(text).toInstant().isAfter(clock.instant())) {
            throw new IllegalArgumentException("must be a later day, for today's work is over");
        }
        return day;
    }

    private static Finding finding(String field, String reason, String label) {
        return new Finding(field, reason, label);
    }
}
