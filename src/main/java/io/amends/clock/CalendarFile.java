package io.amends.clock;

import io.amends.clock.BusinessCalendar.Span;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads {@code calendar.yaml}. It works on the file's nodes, not on values made of them, so that every refusal can name its
 * line and no time of day turns into a number.
 */
final class CalendarFile {

    private static final Pattern SPAN = Pattern.compile("(\\d{2}):(\\d{2})\\s*-\\s*(\\d{2}):(\\d{2})");
    private static final String ZONE = "zone";
    private static final String HOURS = "working-hours";
    private static final String HOLIDAYS = "holidays";
    private static final String MAKE_UP = "make-up-days";
    private static final Set<String> KNOWN = Set.of(ZONE, HOURS, HOLIDAYS, MAKE_UP);

    private final String name;

    private CalendarFile(String name) {
        this.name = name;
    }

    /**
     * @param name of the file, for the refusal
     * @throws CalendarRefused with line and reason
     */
    static BusinessCalendar read(String name, Reader yaml) {
        return new CalendarFile(name).calendar(yaml);
    }

    private BusinessCalendar calendar(Reader yaml) {
        Node root = compose(yaml);
        if (root == null) {
            throw refused(1, "the file is empty");
        }
        Map<String, Entry> entries = entries(root, "the file");
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!KNOWN.contains(entry.getKey())) {
                throw refused(
                        entry.getValue().line(),
                        "'" + entry.getKey() + "' is not known here; known are " + new TreeSet<>(KNOWN));
            }
        }
        ZoneId zone = zone(needed(entries, ZONE));
        Map<DayOfWeek, List<Span>> week = week(needed(entries, HOURS));
        Map<LocalDate, List<Span>> exceptions = new HashMap<>();
        if (entries.containsKey(HOLIDAYS)) {
            entries(needed(entries, HOLIDAYS).value(), HOLIDAYS)
                    .forEach((date, holiday) -> exceptions.put(date(date, holiday.line()), List.of()));
        }
        if (entries.containsKey(MAKE_UP)) {
            entries(needed(entries, MAKE_UP).value(), MAKE_UP).forEach((text, day) -> {
                LocalDate date = date(text, day.line());
                List<Span> spans = spans(day);
                if (spans.isEmpty()) {
                    throw refused(day.line(), "a make-up day needs working hours");
                }
                if (exceptions.put(date, spans) != null) {
                    throw refused(day.line(), date + " is a holiday and a make-up day at once");
                }
            });
        }
        Year last = exceptions.keySet().stream()
                .max(Comparator.naturalOrder())
                .map(Year::from)
                .orElse(null);
        return new BusinessCalendar(zone, week, exceptions, last);
    }

    private @Nullable Node compose(Reader yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(yaml);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(line, "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw refused(1, "this is not YAML: " + e.getMessage());
        }
    }

    private ZoneId zone(Entry entry) {
        String text = text(entry);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw refused(entry.line(), "'" + text + "' is not a time zone");
        }
    }

    private Map<DayOfWeek, List<Span>> week(Entry hours) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        entries(hours.value(), HOURS).forEach((day, entry) -> week.put(day(day, entry.line()), spans(entry)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.containsKey(day)) {
                throw refused(
                        hours.line(),
                        day.name().toLowerCase(Locale.ROOT) + " is missing; a day off is written 'closed'");
            }
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw refused(hours.line(), "at least one day must have working hours");
        }
        return week;
    }

    private DayOfWeek day(String text, int line) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw refused(line, "'" + text + "' is not a day of the week, such as 'monday'");
    }

    private LocalDate date(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(line, "'" + text + "' is not a date, such as '2026-12-25'");
        }
    }

    private List<Span> spans(Entry entry) {
        String text = text(entry).trim();
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
                throw refused(entry.line(), "the spans of '" + text + "' overlap");
            }
        }
        return List.copyOf(spans);
    }

    private Span span(String text, int line) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw refused(line, "'" + text + "' is not a span of time, such as '09:00-17:30', nor 'closed'");
        }
        int from = minutes(matcher.group(1), matcher.group(2), line);
        int to = minutes(matcher.group(3), matcher.group(4), line);
        if (from >= to) {
            throw refused(line, "'" + text + "' ends before it begins; split it at midnight, which is 24:00");
        }
        return new Span(from, to);
    }

    private int minutes(String hours, String minutes, int line) {
        int total = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) > 59 || total > 24 * 60) {
            throw refused(line, "'" + hours + ":" + minutes + "' is not a time of day");
        }
        return total;
    }

    private Entry needed(Map<String, Entry> entries, String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw refused(1, "'" + key + "' is missing");
        }
        return entry;
    }

    private Map<String, Entry> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line(node), what + " must be a list of 'name: value' lines");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused(line, "a name is expected here");
            }
            if (entries.put(key.getValue(), new Entry(line, tuple.getValueNode())) != null) {
                throw refused(line, "'" + key.getValue() + "' is there twice");
            }
        }
        return entries;
    }

    private String text(Entry entry) {
        if (entry.value() instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(line(entry.value()), "one line of text is expected here");
    }

    private CalendarRefused refused(int line, String reason) {
        return new CalendarRefused(name, line, reason);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private record Entry(int line, Node value) {}
}
