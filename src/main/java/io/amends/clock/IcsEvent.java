package io.amends.clock;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One {@code VEVENT} of an {@code .ics} file: its texts, and the days that it covers. */
final class IcsEvent {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WHOLE_DAYS = Pattern.compile("\\+?P(\\d{1,4})([DW])");
    private static final Set<String> REPEATING = Set.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");
    // a date that is a typing error must not fill a calendar
    private static final int LONGEST = 31;
    private static final int NAME_LENGTH = 60;

    private record Property(String value, @Nullable String zone, int line) {}

    /** From the start up to, not including, the end. */
    private record Period(LocalDateTime start, LocalDateTime end) {

        boolean wholeDays() {
            return start.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && end.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && end.isAfter(start);
        }

        boolean withinOneDay() {
            return !end.isAfter(start.toLocalDate().plusDays(1).atStartOfDay());
        }
    }

    private final String file;
    private final int line;
    private final Map<String, Property> properties = new HashMap<>();

    IcsEvent(String file, int line) {
        this.file = file;
        this.line = line;
    }

    /** The first of a name counts. */
    void add(VObjectProperty property, int at) {
        properties.putIfAbsent(
                property.getName().toUpperCase(Locale.ROOT),
                new Property(property.getValue(), property.getParameters().first("TZID"), at));
    }

    int line() {
        return line;
    }

    /** What it is called, short enough for a message. */
    String name() {
        String summary = text("SUMMARY").strip().replaceAll("\\p{Cntrl}+", " ");
        return summary.length() > NAME_LENGTH ? summary.substring(0, NAME_LENGTH) + "…" : summary;
    }

    /** The text of a property without its escapes; empty when there is none. */
    String text(String property) {
        Property found = properties.get(property);
        return found == null ? "" : VObjectPropertyValues.unescape(found.value());
    }

    boolean cancelled() {
        return text("STATUS").strip().equalsIgnoreCase("CANCELLED");
    }

    /**
     * The days that it covers. A time of day is good enough for a day that is worked, for hours are the house's own; a day off is
     * off as a whole.
     *
     * @param house the zone in which a moment falls on a date
     * @throws CalendarRefused when it has no such days
     */
    List<LocalDate> days(SpecialDay.Kind kind, ZoneId house) {
        for (String repeating : REPEATING) {
            Property found = properties.get(repeating);
            if (found != null) {
                throw refused(found.line(), "it repeats (" + repeating + "); list each day by its date");
            }
        }
        Property start = properties.get("DTSTART");
        if (start == null) {
            throw refused(line, "it has no DTSTART, so it is on no day");
        }
        Period period = period(start, house);
        if (period.wholeDays()) {
            long days = Duration.between(period.start(), period.end()).toDays();
            if (days > LONGEST) {
                throw refused(
                        start.line(), "it lasts " + days + " days; more than " + LONGEST + " look like a mistake");
            }
            return period.start()
                    .toLocalDate()
                    .datesUntil(period.end().toLocalDate())
                    .toList();
        }
        if (kind == SpecialDay.Kind.MAKE_UP_DAY && period.withinOneDay()) {
            return List.of(period.start().toLocalDate());
        }
        throw refused(start.line(), "it is not made of whole days; write dates without a time");
    }

    private Period period(Property startProperty, ZoneId house) {
        Optional<LocalDate> date = date(startProperty);
        LocalDateTime start = date.isPresent() ? date.get().atStartOfDay() : moment(startProperty, house);
        LocalDateTime end = end(start, date.isPresent(), house);
        if (end.isBefore(start)) {
            throw refused(startProperty.line(), "it ends before it begins");
        }
        boolean oneDay = date.isPresent() && end.equals(start);
        return new Period(start, oneDay ? start.plusDays(1) : end);
    }

    private LocalDateTime end(LocalDateTime start, boolean wholeDays, ZoneId house) {
        Property end = properties.get("DTEND");
        Property duration = properties.get("DURATION");
        if (end != null) {
            Optional<LocalDate> date = date(end);
            if (date.isPresent() != wholeDays) {
                throw refused(end.line(), "one of DTSTART and DTEND is a date, the other a time");
            }
            return date.isPresent() ? date.get().atStartOfDay() : moment(end, house);
        }
        return duration == null ? start : start.plus(length(duration));
    }

    private Duration length(Property duration) {
        String text = duration.value().strip();
        Matcher days = WHOLE_DAYS.matcher(text);
        if (days.matches()) {
            return Duration.ofDays(
                    Long.parseLong(days.group(1)) * (days.group(2).equals("W") ? 7 : 1));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw refused(duration.line(), "'" + text + "' is not a length of time, such as 'P3D'");
        }
    }

    private static Optional<LocalDate> date(Property property) {
        try {
            return Optional.of(LocalDate.parse(property.value().strip(), DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // a moment without zone is meant where the house is
    private LocalDateTime moment(Property property, ZoneId house) {
        String text = property.value().strip();
        boolean utc = text.endsWith("Z");
        try {
            LocalDateTime local = LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, DATE_TIME);
            ZoneId zone = utc ? ZoneOffset.UTC : property.zone() == null ? house : ZoneId.of(property.zone());
            return local.atZone(zone).withZoneSameInstant(house).toLocalDateTime();
        } catch (DateTimeException e) {
            throw refused(
                    property.line(),
                    "'" + text + "'" + (property.zone() == null ? "" : " in '" + property.zone() + "'")
                            + " is not a date, such as '20261225', nor a moment in a known zone");
        }
    }

    private CalendarRefused refused(int at, String reason) {
        return new CalendarRefused(file, at, "'" + name() + "': " + reason);
    }
}
