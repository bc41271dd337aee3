package io.amends.lostcustomer;

import io.amends.clock.HouseHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody likes to be called (L-7), as their record says it: {@code 9-12}, {@code Mon-Fri 18:00-20:00}, {@code evenings},
 * {@code 工作日下午}. Words that cannot be read whole are read not at all: they restrict nothing, and the caller sees them.
 */
final class ContactHours {

    private final @Nullable String words;
    private final Map<DayOfWeek, List<Span>> week;

    ContactHours(@Nullable String words, Map<DayOfWeek, List<Span>> week) {
        this.words = words;
        this.week = new EnumMap<>(DayOfWeek.class);
        this.week.putAll(week);
    }

    /** @param words as recorded; null or blank when nobody asked */
    static ContactHours of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return new ContactHours(null, Map.of());
        }
        return new ContactHours(
                words.strip(), new ContactHoursReader(words).read().orElse(Map.of()));
    }

    /** As they stand in the record; null when nothing does. */
    @Nullable
    String words() {
        return words;
    }

    /** Whether they say when to call; if not, any time of the house will do. */
    boolean known() {
        return !week.isEmpty();
    }

    /** Something is recorded that only a person can make sense of. */
    boolean unreadable() {
        return words != null && week.isEmpty();
    }

    /** The hours of a day, in order; none when nothing is known or the day is not named. */
    List<Span> on(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .sorted(Comparator.comparingInt(Span::from))
                .toList();
    }
}
