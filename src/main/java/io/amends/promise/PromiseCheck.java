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
        Optional<LocalDate> day = day(promise.due().strip());
        day.map(this::due)
                .orElse(Optional.of(promise.due().isBlank() ? "is required" : "must be a date such as 2026-11-22"))
                .ifPresent(reason -> findings.add(finding(NewPromise.DUE, reason, "By when")));
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return day.orElseThrow();
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

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> due(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (day.isBefore(today)) {
            return Optional.of("must not have passed");
        }
        if (day.isAfter(today.plus(FURTHEST))) {
            return Optional.of("must not be later than " + today.plus(FURTHEST));
        }
        return clocks.date(day.toString()).toInstant().isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of("must be a later day, for today's work is over");
    }

    private static Finding finding(String field, String reason, String label) {
        return new Finding(field, reason, label);
    }
}
