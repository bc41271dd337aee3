package io.amends.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts time as the house works it (C-1). Spans are half open: at closing time the next opening counts. A deadline, however,
 * may fall on closing time itself.
 */
final class BusinessCalendar {

    /**
     * Working time within one day.
     *
     * @param from minutes since midnight
     * @param to minutes since midnight, 1440 for its end
     */
    record Span(int from, int to) {}

    private record Opening(Instant from, Instant to) {}

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final Map<LocalDate, List<Span>> exceptions;

    /**
     * @param week spans in order for the days that are worked; at least one
     * @param exceptions spans of make-up days, and none for holidays
     */
    BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> exceptions) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A week without working time has no deadlines");
        }
        this.zone = zone;
        this.week = new EnumMap<>(week);
        this.exceptions = Map.copyOf(exceptions);
    }

    ZoneId zone() {
        return zone;
    }

    Instant due(Instant start, Budget budget) {
        return switch (budget.unit()) {
            case BUSINESS_HOURS -> businessHours(start, budget.amount());
            case BUSINESS_DAYS -> businessDays(start, budget.amount());
            case HOURS -> start.plus(Duration.ofHours(budget.amount()));
            case DAYS -> days(start, budget.amount());
        };
    }

    /** When so many hours have been worked since then. */
    Instant businessHours(Instant start, int hours) {
        Duration remaining = Duration.ofHours(hours);
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Opening opening = opening(date, span);
                Instant begin = later(start, opening.from());
                if (begin.isBefore(opening.to())) {
                    Duration worked = Duration.between(begin, opening.to());
                    if (remaining.compareTo(worked) <= 0) {
                        return begin.plus(remaining);
                    }
                    remaining = remaining.minus(worked);
                }
            }
        }
    }

    /** The same time so many working days on, or the next working moment where that day does not work then. */
    Instant businessDays(Instant start, int days) {
        Instant begin = nextWorkingMoment(start);
        if (days == 0) {
            return begin;
        }
        ZonedDateTime from = begin.atZone(zone);
        LocalDate date = from.toLocalDate();
        for (int left = days; left > 0; left--) {
            do {
                date = date.plusDays(1);
            } while (spans(date).isEmpty());
        }
        Instant sameTime = toInstant(date.atTime(from.toLocalTime()));
        for (Span span : spans(date)) {
            Opening opening = opening(date, span);
            if (!sameTime.isBefore(opening.from()) && !sameTime.isAfter(opening.to())) {
                return sameTime;
            }
        }
        return nextWorkingMoment(sameTime);
    }

    /** The same time of day so many calendar days on. */
    Instant days(Instant start, int days) {
        return start.atZone(zone).plusDays(days).toInstant();
    }

    /** When work ends on that day; a day off is over at the next opening. */
    Instant endOfWork(LocalDate date) {
        List<Span> spans = spans(date);
        if (spans.isEmpty()) {
            return nextWorkingMoment(toInstant(date.atStartOfDay()));
        }
        return opening(date, spans.get(spans.size() - 1)).to();
    }

    /** Then, when somebody works then; else the next opening. */
    Instant nextWorkingMoment(Instant from) {
        for (LocalDate date = dateOf(from); ; date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Opening opening = opening(date, span);
                Instant moment = later(from, opening.from());
                if (moment.isBefore(opening.to())) {
                    return moment;
                }
            }
        }
    }

    private List<Span> spans(LocalDate date) {
        List<Span> exception = exceptions.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private Opening opening(LocalDate date, Span span) {
        return new Opening(at(date, span.from()), at(date, span.to()));
    }

    private Instant at(LocalDate date, int minutes) {
        return toInstant(date.atStartOfDay().plusMinutes(minutes));
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    // A time that a clock change leaves out becomes the change itself, so that spans keep their order; of two, the
    // first counts.
    private Instant toInstant(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
