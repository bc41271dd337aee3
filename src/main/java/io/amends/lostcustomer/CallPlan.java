package io.amends.lostcustomer;

import io.amends.clock.HouseHours;
import io.amends.clock.HouseHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When to call again (L-8). The hours in which somebody can be called are cut in three, which with the house's hours makes a
 * morning, a midday and an afternoon; each try takes another third, so that three tries are three times of day.
 *
 * <p>They can be called when their hours and the house's meet; where those never meet, in theirs; where nothing is known of
 * theirs or they name days off only, in the house's. Never on a day off.
 */
final class CallPlan {

    /** How many tries there are before a letter goes out. */
    static final int TRIES = 3;

    /** Nobody is called again sooner than that. */
    static final Duration PAUSE = Duration.ofHours(2);

    /** As far as working days and a person's days may lie apart: one weekday, and a house closed on some of them. */
    private static final int DAYS_AHEAD = 60;

    /** So much of a third must be left for it to be worth a call. */
    private static final int MINUTES_LEFT = 15;

    private record Day(LocalDate date, List<Span> hours) {}

    private final HouseHours house;
    private final ContactHours person;

    CallPlan(HouseHours house, ContactHours person) {
        this.house = house;
        this.person = person;
    }

    /**
     * The next moment for a call, always after {@code now}.
     *
     * @param tries when this person was called in vain
     * @throws IllegalStateException when all times of day have been tried, or the house does not work for months
     */
    Instant next(Instant now, Collection<Instant> tries) {
        List<Day> days = days(dateOf(now));
        Thirds thirds = Thirds.of(days.stream().flatMap(day -> day.hours().stream()));
        Set<Integer> tried = new HashSet<>();
        tries.forEach(moment -> tried.add(thirds.of(minuteOf(moment))));
        Instant earliest = tries.isEmpty() ? now : now.plus(PAUSE);
        return days.stream()
                .flatMap(day -> day.hours().stream()
                        .flatMap(span -> thirds.cut(span).stream())
                        .filter(piece -> !tried.contains(thirds.of(piece.from())))
                        .flatMap(piece -> within(day.date(), piece, earliest).stream()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no other time of day left for a call"));
    }

    /** The first moment for a call on a day that they named, or on the next day that has one; after {@code now}. */
    Instant on(LocalDate day, Instant now) {
        Instant morning = day.atStartOfDay(house.zone()).toInstant();
        return next(morning.isAfter(now) ? morning.minusMillis(1) : now, List.of());
    }

    /** Whether they can be called at that moment. */
    boolean fits(Instant moment) {
        int minute = minuteOf(moment);
        LocalDate date = dateOf(moment);
        return days(date).stream()
                .filter(day -> day.date().equals(date))
                .flatMap(day -> day.hours().stream())
                .anyMatch(span -> span.from() <= minute && minute < span.to());
    }

    private Optional<Instant> within(LocalDate date, Span piece, Instant earliest) {
        Instant begins = at(date, piece.from());
        Instant ends = at(date, piece.to());
        int least = Math.min(MINUTES_LEFT, (piece.to() - piece.from()) / 2);
        Instant moment = begins.isAfter(earliest) ? begins : earliest.plusMillis(1);
        return moment.plus(Duration.ofMinutes(least)).isBefore(ends) ? Optional.of(moment) : Optional.empty();
    }

    /** Working days from then on, with the hours in which a call can be made. */
    private List<Day> days(LocalDate first) {
        List<LocalDate> working = first.datesUntil(first.plusDays(DAYS_AHEAD))
                .filter(day -> !house.on(day).isEmpty())
                .toList();
        List<Day> both = working.stream()
                .map(day -> new Day(day, common(house.on(day), person.on(day))))
                .filter(day -> !day.hours().isEmpty())
                .toList();
        if (!both.isEmpty()) {
            return both;
        }
        List<Day> theirs = working.stream()
                .map(day -> new Day(day, person.on(day)))
                .filter(day -> !day.hours().isEmpty())
                .toList();
        return theirs.isEmpty()
                ? working.stream().map(day -> new Day(day, house.on(day))).toList()
                : theirs;
    }

    private static List<Span> common(List<Span> ours, List<Span> theirs) {
        List<Span> common = new ArrayList<>();
        for (Span one : ours) {
            for (Span other : theirs) {
                Span both = new Span(Math.max(one.from(), other.from()), Math.min(one.to(), other.to()));
                if (both.from() < both.to()) {
                    common.add(both);
                }
            }
        }
        common.sort(Comparator.comparingInt(Span::from));
        return common;
    }

    private Instant at(LocalDate date, int minutes) {
        return date.atStartOfDay().plusMinutes(minutes).atZone(house.zone()).toInstant();
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(house.zone()).toLocalDate();
    }

    private int minuteOf(Instant moment) {
        ZonedDateTime local = moment.atZone(house.zone());
        return local.getHour() * 60 + local.getMinute();
    }
}
