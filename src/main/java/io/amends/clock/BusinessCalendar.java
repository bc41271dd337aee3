package io.amends.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts time as the house works it (C-1). Spans are half open: at closing time the next opening counts. A deadline, however,
 * may fall on closing time itself.
 */
final class BusinessCalendar implements HouseHours {

    private record Opening(Instant from, Instant to) {}

    private final Timescale working = new Timescale() {
        @Override
        public Duration between(Instant from, Instant to) {
            return working(from, to);
        }

        @Override
        public Instant plus(Instant from, Duration time) {
            return plusWorking(from, time);
        }
    };

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final Map<LocalDate, List<Span>> exceptions;
    private final @Nullable Year lastListedYear;

    /**
     * @param week spans in order for the days that are worked; at least one
     * @param exceptions spans of make-up days, and none for holidays
     * @param lastListedYear the last year whose exceptions are known, or null where the house has none
     */
    BusinessCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Span>> week,
            Map<LocalDate, List<Span>> exceptions,
            @Nullable Year lastListedYear) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A week without working time has no deadlines");
        }
        this.zone = zone;
        this.week = new EnumMap<>(week);
        this.exceptions = Map.copyOf(exceptions);
        this.lastListedYear = lastListedYear;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    /** The last year whose holidays and make-up days are known; nothing where the house has none. */
    Optional<Year> lastListedYear() {
        return Optional.ofNullable(lastListedYear);
    }

    @Override
    public List<Span> on(LocalDate day) {
        return spans(day);
    }

    boolean isWorkingDay(LocalDate date) {
        return !spans(date).isEmpty();
    }

    Instant due(Instant start, Budget budget) {
        return switch (budget.unit()) {
            case BUSINESS_HOURS -> businessHours(start, budget.amount());
            case BUSINESS_DAYS -> businessDays(start, budget.amount());
            case MINUTES -> start.plus(Duration.ofMinutes(budget.amount()));
            case HOURS -> start.plus(Duration.ofHours(budget.amount()));
            case DAYS -> days(start, budget.amount());
        };
    }

    /**
     * When the budget is used up if the clock stood still in its pauses (C-2): each that began before the deadline moves it by the
     * time that counted meanwhile, a pause without working time not at all. One that still lasts moves nothing yet.
     */
    Instant due(Instant start, Budget budget, List<Pause> pauses) {
        return Pauses.since(start, pauses)
                .push(due(start, budget), scale(budget.unit().isWallTime()));
    }

    /**
     * When so many percent of the time between start and deadline have been used up, pauses left out (C-4). In working time it
     * never falls outside working hours: it goes to the next working moment, yet not past the deadline. 100 is the deadline itself,
     * more than that lies beyond.
     *
     * @param due the deadline, pauses counted in
     * @param percent zero or more
     * @param wallTime whether the clock counts time as it passes
     */
    Instant threshold(Instant start, Instant due, int percent, boolean wallTime, List<Pause> pauses) {
        if (percent < 0) {
            throw new IllegalArgumentException("A threshold lies after the start, not at " + percent + " percent");
        }
        if (percent == 100) {
            return due;
        }
        Timescale scale = scale(wallTime);
        Pauses since = Pauses.since(start, pauses);
        Instant used = since.push(scale.plus(start, share(since.unpaused(start, due, scale), percent)), scale);
        if (percent > 100) {
            return later(used, due);
        }
        return earlier(wallTime ? used : nextWorkingMoment(used, since), due);
    }

    /** How much was worked between the two; nothing when the second is not after the first. */
    Duration working(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate last = dateOf(to);
        for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Opening opening = opening(date, span);
                worked = worked.plus(Timescale.WALL.between(later(from, opening.from()), earlier(to, opening.to())));
            }
        }
        return worked;
    }

    /** The first moment when so much has been worked since then, which may be closing time; for nothing, then. */
    Instant plusWorking(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Work is counted forward, not by " + time);
        }
        if (time.isZero()) {
            return from;
        }
        Duration remaining = time;
        for (LocalDate date = dateOf(from); ; date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Opening opening = opening(date, span);
                Instant begin = later(from, opening.from());
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

    /** When so many hours have been worked since then. */
    Instant businessHours(Instant start, int hours) {
        return plusWorking(start, Duration.ofHours(hours));
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

    // what was used up at closing time is told at the next opening, unless the clock has stopped by then
    private Instant nextWorkingMoment(Instant from, Pauses pauses) {
        Instant moment = nextWorkingMoment(from);
        while (!moment.equals(pauses.outside(moment))) {
            moment = nextWorkingMoment(pauses.outside(moment));
        }
        return moment;
    }

    private Timescale scale(boolean wallTime) {
        return wallTime ? Timescale.WALL : working;
    }

    // a part of a millisecond is rounded up: nothing is told too early
    private static Duration share(Duration whole, int percent) {
        return Duration.ofMillis(Math.floorDiv(Math.multiplyExact(whole.toMillis(), (long) percent) + 99, 100L));
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

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
