package io.amends.clock;

import io.amends.clock.HouseHours.Span;
import io.amends.clock.SpecialDay.Kind;
import io.amends.clock.YamlFile.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Reads {@code calendar.yaml} and the {@code .ics} files that it names. */
final class CalendarFile {

    private static final String ZONE = "zone";
    private static final String HOURS = "working-hours";
    private static final String HOLIDAYS = "holidays";
    private static final String MAKE_UP = "make-up-days";
    private static final String MAKE_UP_HOURS = "make-up-hours";
    private static final String SPECIAL_DAYS = "special-days";
    private static final String LISTED_UNTIL = "listed-until";
    private static final Set<String> KNOWN =
            Set.of(ZONE, HOURS, HOLIDAYS, MAKE_UP, MAKE_UP_HOURS, SPECIAL_DAYS, LISTED_UNTIL);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** A day that differs from its weekday, and which line of which file says so. */
    private record Listed(Kind kind, List<Span> spans, String source, int line) {}

    private final Resource resource;
    private final YamlFile file;
    private final WorkingHours hours;
    private final Map<LocalDate, Listed> listed = new HashMap<>();

    private CalendarFile(String name, Resource resource) {
        this.resource = resource;
        this.file = new YamlFile(name, resource);
        this.hours = new WorkingHours(file);
    }

    /**
     * @param name of the file, for the refusal
     * @param file beside which {@code .ics} files are looked for
     * @throws CalendarRefused with file, line and reason
     */
    static BusinessCalendar read(String name, Resource file) {
        return new CalendarFile(name, file).calendar();
    }

    private BusinessCalendar calendar() {
        Map<String, Entry> entries = file.entries();
        entries.forEach((key, entry) -> {
            if (!KNOWN.contains(key)) {
                throw file.refused(entry.line(), "'" + key + "' is not known here; known are " + new TreeSet<>(KNOWN));
            }
        });
        ZoneId zone = zone(needed(entries, ZONE));
        Map<DayOfWeek, List<Span>> week = hours.week(needed(entries, HOURS));
        optional(entries, HOLIDAYS).ifPresent(this::holidays);
        optional(entries, MAKE_UP).ifPresent(this::makeUpDays);
        Optional<List<Span>> makeUpHours = optional(entries, MAKE_UP_HOURS).map(hours::worked);
        optional(entries, SPECIAL_DAYS)
                .ifPresent(named -> file.list(named).forEach(ics -> specialDays(ics, zone, makeUpHours)));
        Map<LocalDate, List<Span>> spans = new HashMap<>();
        listed.forEach((date, day) -> spans.put(date, day.spans()));
        return new BusinessCalendar(zone, week, spans, lastListedYear(optional(entries, LISTED_UNTIL)));
    }

    private ZoneId zone(Entry entry) {
        String text = file.text(entry);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw file.refused(entry.line(), "'" + text + "' is not a time zone, such as 'Europe/London'");
        }
    }

    private void holidays(Entry holidays) {
        file.entries(holidays, "the holidays")
                .forEach((date, day) ->
                        add(date(date, day.line()), new Listed(Kind.DAY_OFF, List.of(), file.name(), day.line())));
    }

    private void makeUpDays(Entry days) {
        file.entries(days, "the make-up days")
                .forEach((date, day) -> add(
                        date(date, day.line()),
                        new Listed(Kind.MAKE_UP_DAY, hours.worked(day), file.name(), day.line())));
    }

    // hours that the house's own list gives to a make-up day go before those that hold for all
    private void specialDays(Entry ics, ZoneId zone, Optional<List<Span>> makeUpHours) {
        String name = file.text(ics);
        for (SpecialDay day : SpecialDays.read(name, content(name, ics.line()), zone)) {
            boolean worked = day.kind() == Kind.MAKE_UP_DAY;
            if (worked && makeUpHours.isEmpty() && !listed.containsKey(day.date())) {
                throw file.refused(
                        ics.line(),
                        "'" + MAKE_UP_HOURS + "' is missing, the hours of make-up days such as " + day.date()
                                + " in line " + day.line() + " of " + name);
            }
            List<Span> spans = worked ? makeUpHours.orElse(List.of()) : List.of();
            add(day.date(), new Listed(day.kind(), spans, name, day.line()));
        }
    }

    private byte[] content(String name, int line) {
        try (InputStream content = resource.createRelative(name).getInputStream()) {
            return content.readNBytes(IcsReader.MOST_BYTES + 1);
        } catch (IOException e) {
            throw file.refused(line, "'" + name + "' cannot be read; it is looked for beside this file");
        }
    }

    private void add(LocalDate date, Listed day) {
        // a typing error such as 2206 would also keep the warning away that the calendar is running out
        if (date.getYear() < 2000 || date.getYear() > 2099) {
            throw new CalendarRefused(day.source(), day.line(), date + " is not in this century");
        }
        Listed other = listed.putIfAbsent(date, day);
        if (other != null && other.kind() != day.kind()) {
            throw new CalendarRefused(
                    day.source(),
                    day.line(),
                    date + " is " + day.kind() + " here and " + other.kind() + " in line " + other.line() + " of "
                            + other.source());
        }
    }

    private LocalDate date(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw file.refused(line, "'" + text + "' is not a date, such as '2026-12-25'");
        }
    }

    private @Nullable Year lastListedYear(Optional<Entry> listedUntil) {
        Optional<Year> last =
                listed.keySet().stream().max(Comparator.naturalOrder()).map(Year::from);
        if (listedUntil.isEmpty()) {
            return last.orElse(null);
        }
        int line = listedUntil.get().line();
        String text = file.text(listedUntil.get());
        if (!YEAR.matcher(text).matches()) {
            throw file.refused(line, "'" + text + "' is not a year, such as '2026'");
        }
        Year year = Year.parse(text);
        if (last.isEmpty() || year.isAfter(last.get())) {
            throw file.refused(line, "no day of " + year + " is listed");
        }
        return year;
    }

    private static Optional<Entry> optional(Map<String, Entry> entries, String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private Entry needed(Map<String, Entry> entries, String key) {
        return optional(entries, key).orElseThrow(() -> file.refused(1, "'" + key + "' is missing"));
    }
}
