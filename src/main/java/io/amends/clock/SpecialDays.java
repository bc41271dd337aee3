package io.amends.clock;

import io.amends.clock.SpecialDay.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The days off and make-up days that an {@code .ics} file lists. Publishers tell the two apart in different ways, and all of these
 * are understood: Apple's {@code X-APPLE-SPECIAL-DAY}; a word of work or of rest in the summary or the categories, such as
 * {@code 春节 休} and {@code 春节 班}; Google's description {@code Public holiday} or {@code Observance}; and, as in
 * {@code england-and-wales.ics}, no mark at all, where every event is a day off.
 */
final class SpecialDays {

    private static final String APPLE = "X-APPLE-SPECIAL-DAY";
    private static final String HAN = "\\p{IsHan}";
    // "上班(补春节假期)" has words of both kinds: work is looked for first
    private static final Pattern WORK = Pattern.compile(
            "(?<!不)(补班|上班)|(?<!休)班$|(?<!%1$s)(班|补)(?!%1$s)|工作日|\\bwork(ing)?[ -]?day|\\bmake-?up day".formatted(HAN),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REST =
            Pattern.compile("放假|假期|休假|休息|补休|公休|不上班|不补班|休班|(?<!调)休$|(?<!%1$s)(休|假)(?!%1$s)".formatted(HAN));
    private static final Pattern RESTING_CATEGORY =
            Pattern.compile("\\b(holidays?|days? off)\\b|节假日", Pattern.CASE_INSENSITIVE);
    private static final Pattern EITHER = Pattern.compile("调休");

    private enum Mark {
        DAY_OFF,
        MAKE_UP_DAY,
        NO_SPECIAL_DAY,
        NONE
    }

    private final String file;
    private final List<IcsEvent> events;
    private final ZoneId zone;

    private SpecialDays(String file, List<IcsEvent> events, ZoneId zone) {
        this.file = file;
        this.events = events;
        this.zone = zone;
    }

    /**
     * @param file its name, for the refusal
     * @param zone of the house, where a moment falls on a date
     * @return at least one, by date
     * @throws CalendarRefused with line and reason
     */
    static Collection<SpecialDay> read(String file, byte[] content, ZoneId zone) {
        List<IcsEvent> events = IcsReader.read(file, content).stream()
                .filter(event -> !event.cancelled())
                .toList();
        return new SpecialDays(file, events, zone).byDate().values();
    }

    private Map<LocalDate, SpecialDay> byDate() {
        Mark unmarked = unmarked();
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        for (IcsEvent event : events) {
            Mark mark = mark(event);
            switch (mark == Mark.NONE ? unmarked : mark) {
                case DAY_OFF -> add(days, event, Kind.DAY_OFF);
                case MAKE_UP_DAY -> add(days, event, Kind.MAKE_UP_DAY);
                case NO_SPECIAL_DAY -> {}
                case NONE ->
                    throw new CalendarRefused(
                            file,
                            event.line(),
                            "'" + event.name() + "' says neither 休 nor 班, as others here do; mark it, or take it out");
            }
        }
        if (days.isEmpty()) {
            throw new CalendarRefused(file, 1, "it lists no day off and no make-up day");
        }
        return days;
    }

    // Apple's file has festivals beside the days off, without a mark; a file that marks by words must mark all
    private Mark unmarked() {
        if (events.stream().anyMatch(event -> !event.text(APPLE).isBlank())) {
            return Mark.NO_SPECIAL_DAY;
        }
        return events.stream().map(this::mark).anyMatch(Mark.DAY_OFF::equals) ? Mark.NONE : Mark.DAY_OFF;
    }

    private Mark mark(IcsEvent event) {
        String apple = event.text(APPLE).strip();
        if (!apple.isEmpty()) {
            return switch (apple.toUpperCase(Locale.ROOT)) {
                case "WORK-HOLIDAY" -> Mark.DAY_OFF;
                case "ALTERNATE-WORKDAY" -> Mark.MAKE_UP_DAY;
                default -> Mark.NO_SPECIAL_DAY;
            };
        }
        String summary = event.text("SUMMARY").strip();
        String categories = event.text("CATEGORIES");
        String description = event.text("DESCRIPTION").strip();
        if (WORK.matcher(summary).find() || WORK.matcher(categories).find()) {
            return Mark.MAKE_UP_DAY;
        }
        if (REST.matcher(summary).find()
                || REST.matcher(categories).find()
                || RESTING_CATEGORY.matcher(categories).find()
                || description.startsWith("Public holiday")) {
            return Mark.DAY_OFF;
        }
        if (EITHER.matcher(summary).find()) {
            throw new CalendarRefused(
                    file, event.line(), "'" + event.name() + "' may mean a day off or a make-up day; write 休 or 班");
        }
        return description.startsWith("Observance") ? Mark.NO_SPECIAL_DAY : Mark.NONE;
    }

    private void add(Map<LocalDate, SpecialDay> days, IcsEvent event, Kind kind) {
        for (LocalDate date : event.days(kind, zone)) {
            SpecialDay other = days.putIfAbsent(date, new SpecialDay(date, kind, event.name(), event.line()));
            if (other != null && other.kind() != kind) {
                throw new CalendarRefused(
                        file,
                        event.line(),
                        date + " is " + kind + " here ('" + event.name() + "') and " + other.kind() + " in line "
                                + other.line() + " ('" + other.name() + "')");
            }
        }
    }
}
