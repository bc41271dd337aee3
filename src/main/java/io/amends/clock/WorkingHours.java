package io.amends.clock;

import io.amends.clock.HouseHours.Span;
import io.amends.clock.YamlFile.Entry;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when work begins and ends, such as {@code 09:00-12:30, 13:30-17:30} or {@code closed}. */
final class WorkingHours {

    private static final Pattern SPAN = Pattern.compile("(\\d{2}):(\\d{2})\\s*-\\s*(\\d{2}):(\\d{2})");

    private final YamlFile file;

    WorkingHours(YamlFile file) {
        this.file = file;
    }

    /** All seven days, at least one of them worked. */
    Map<DayOfWeek, List<Span>> week(Entry hours) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        file.entries(hours, "the working hours")
                .forEach((day, entry) -> week.put(day(day, entry.line()), spans(entry)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.containsKey(day)) {
                throw file.refused(
                        hours.line(),
                        day.name().toLowerCase(Locale.ROOT) + " is missing; a day off is written 'closed'");
            }
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw file.refused(hours.line(), "at least one day must have working hours");
        }
        return week;
    }

    /** The hours of a day that is worked. */
    List<Span> worked(Entry entry) {
        List<Span> spans = spans(entry);
        if (spans.isEmpty()) {
            throw file.refused(entry.line(), "a make-up day needs working hours");
        }
        return spans;
    }

    private DayOfWeek day(String text, int line) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw file.refused(line, "'" + text + "' is not a day of the week, such as 'monday'");
    }

    private List<Span> spans(Entry entry) {
        String text = file.text(entry);
        if ("closed".equals(text)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            spans.add(span(part.trim(), entry.line()));
        }
        spans.sort(Comparator.comparingInt(Span::from));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                throw file.refused(entry.line(), "the spans of '" + text + "' overlap");
            }
        }
        return List.copyOf(spans);
    }

    private Span span(String text, int line) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw file.refused(line, "'" + text + "' is not a span of time, such as '09:00-17:30', nor 'closed'");
        }
        int from = minutes(matcher.group(1), matcher.group(2), line);
        int to = minutes(matcher.group(3), matcher.group(4), line);
        if (from >= to) {
            throw file.refused(line, "'" + text + "' ends before it begins; split it at midnight, which is 24:00");
        }
        return new Span(from, to);
    }

    private int minutes(String hours, String minutes, int line) {
        int total = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || total > 24 * 60) {
            throw file.refused(line, "'" + hours + ":" + minutes + "' is not a time of day");
        }
        return total;
    }
}
