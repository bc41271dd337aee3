package io.amends.lostcustomer;

import io.amends.clock.HouseHours.Span;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people say about when to call them, in English and Chinese; days, times and parts of the day, in any order. */
final class ContactHoursReader {

    private static final int NOON = 12 * 60;
    private static final int EARLIEST = 8 * 60;
    private static final int LATEST = 21 * 60;
    private static final int DAY_ENDS = 24 * 60;

    /** Nobody means to be called at night, whatever "2-4" says. */
    private static final Span DAYTIME = new Span(7 * 60, 22 * 60);

    /**
     * @param minute of the day
     * @param sure whether it says which half of the day it means
     */
    private record Time(int minute, boolean sure) {}

    private static final Pattern DAY = Pattern.compile(
            "(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|ur|urs|nes|day|sday|rsday|ursday|nesday|urday)*\\b\\.?"
                    + "|(?:周|星期|礼拜)([一二三四五六日天])");
    private static final Pattern DAYS = Pattern.compile("week ?days?\\b|work(?:ing)? ?days?\\b|工作日|平日");
    private static final Pattern WEEKEND = Pattern.compile("week ?ends?\\b|周末|双休日");
    private static final Pattern ANY_DAY = Pattern.compile("daily\\b|every ?day\\b|any ?day\\b|每天|每日");
    private static final Pattern ANY_TIME = Pattern.compile("any ?time\\b|all day\\b|随时|全天");
    private static final Pattern MORNING = Pattern.compile("mornings?\\b|上午|早上|早晨");
    private static final Pattern MIDDAY =
            Pattern.compile("mid-?days?\\b|noon\\b|lunch ?times?\\b|lunch ?hours?\\b|中午|午间");
    private static final Pattern AFTERNOON = Pattern.compile("afternoons?\\b|下午");
    private static final Pattern EVENING = Pattern.compile("evenings?\\b|晚上|傍晚|晚间");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:(?:[:.h]|点|时)(\\d{2})(?!\\d)分?|点半|[点时])?"
            + "(?: ?(a\\.?m\\.?|p\\.?m\\.?)(?![a-z]))?(?: ?(?:h|hrs|o'?clock)\\b)?");
    private static final Pattern UNTIL = Pattern.compile("[-–—~～]|to\\b|till?\\b|until\\b|and\\b(?= ?\\d)|至|到");
    private static final Pattern AFTER = Pattern.compile("after\\b|from\\b");
    private static final Pattern BEFORE = Pattern.compile("before\\b|until\\b|till\\b|up to\\b");
    private static final Pattern AFTERWARDS = Pattern.compile("onwards?\\b|以后|之后|后");
    private static final Pattern BEFOREHAND = Pattern.compile("以前|之前|前");
    private static final Pattern BETWEEN = Pattern.compile("[,;/&+]|and\\b|or\\b|、|和|或|及");
    private static final Pattern FILLING = Pattern.compile(
            "(?:in the|in|on|at|between|only|please|call|best|preferably|the|during)\\b|的|请|[:.!()]|之间|来电|联系");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private int place;

    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    private Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    private boolean daysNamed;
    private boolean daysUsed = true;

    ContactHoursReader(String words) {
        text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The week they name; empty when a single word of it cannot be read, as in "not mornings". */
    Optional<Map<DayOfWeek, List<Span>>> read() {
        while (true) {
            skip(SPACE);
            if (place >= text.length()) {
                break;
            }
            if (!next()) {
                return Optional.empty();
            }
        }
        if (!daysUsed) {
            // days without times: whenever on these days
            add(new Span(0, DAY_ENDS));
        }
        return week.isEmpty() ? Optional.empty() : Optional.of(week);
    }

    private boolean next() {
        return readDays() || readHours() || skip(BETWEEN) || skip(FILLING);
    }

    // ------------------------------------------------------------ days

    private boolean readDays() {
        Set<DayOfWeek> named = days();
        if (named.isEmpty()) {
            return false;
        }
        if (daysUsed || !daysNamed) {
            days = EnumSet.noneOf(DayOfWeek.class);
        }
        days.addAll(named);
        daysNamed = true;
        daysUsed = false;
        return true;
    }

    private Set<DayOfWeek> days() {
        if (skip(DAYS)) {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        if (skip(WEEKEND)) {
            return EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
        if (skip(ANY_DAY)) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        DayOfWeek first = day();
        if (first == null) {
            return EnumSet.noneOf(DayOfWeek.class);
        }
        int before = place;
        skip(SPACE);
        if (skip(UNTIL)) {
            skip(SPACE);
            DayOfWeek last = day();
            if (last != null) {
                return from(first, last);
            }
        }
        place = before;
        return EnumSet.of(first);
    }

    private @Nullable DayOfWeek day() {
        Matcher found = match(DAY);
        if (found == null) {
            return null;
        }
        String english = found.group(1);
        return english == null
                ? DayOfWeek.of(Math.min(7, "一二三四五六日天".indexOf(found.group(2)) + 1))
                : DayOfWeek.of("montuewedthufrisatsun".indexOf(english) / 3 + 1);
    }

    /** From Friday to Monday is Friday, Saturday, Sunday and Monday. */
    private static Set<DayOfWeek> from(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> all = EnumSet.of(last);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            all.add(day);
        }
        return all;
    }

    // ------------------------------------------------------------ hours

    private boolean readHours() {
        if (skip(ANY_TIME)) {
            return add(new Span(0, DAY_ENDS));
        }
        int before = place;
        if (skip(AFTER)) {
            skip(SPACE);
            Time from = time(null);
            if (from != null) {
                Span span = stretch(from, null);
                skip(SPACE);
                skip(AFTERWARDS);
                return add(span == null ? since(from) : span);
            }
            place = before;
        }
        if (skip(BEFORE)) {
            skip(SPACE);
            Time to = time(null);
            return to != null && add(upTo(to));
        }
        Span part = part();
        if (part != null) {
            int afterPart = place;
            skip(SPACE);
            if (readTimes(part)) {
                return true;
            }
            place = afterPart;
            return add(part);
        }
        return readTimes(null);
    }

    private boolean readTimes(@Nullable Span part) {
        int before = place;
        Time from = time(part);
        if (from == null) {
            return false;
        }
        Span span = stretch(from, part);
        if (span != null) {
            return add(span);
        }
        skip(SPACE);
        if (skip(AFTERWARDS)) {
            return add(since(from));
        }
        if (skip(BEFOREHAND)) {
            return add(upTo(from));
        }
        place = before;
        return false;
    }

    private static Span since(Time from) {
        return new Span(from.minute(), Math.max(LATEST, from.minute()));
    }

    private static Span upTo(Time to) {
        return new Span(Math.min(EARLIEST, to.minute()), to.minute());
    }

    /** What a first time and the second that follows it span, or null when none follows. */
    private @Nullable Span stretch(Time from, @Nullable Span part) {
        int before = place;
        skip(SPACE);
        if (skip(UNTIL)) {
            skip(SPACE);
            Span ownPart = part();
            skip(SPACE);
            Time to = time(ownPart == null ? part : ownPart);
            if (to != null) {
                return between(from, to);
            }
        }
        place = before;
        return null;
    }

    private static Span between(Time from, Time to) {
        int begins = from.minute();
        int ends = to.minute();
        if (to.sure() && !from.sure() && begins + NOON < ends) {
            // "5-8 pm" begins in the evening, too
            begins += NOON;
        } else if (!to.sure() && ends <= begins && ends + NOON > begins && ends < NOON) {
            // "9-5" goes on in the afternoon
            ends += NOON;
        }
        return new Span(begins, ends);
    }

    private @Nullable Time time(@Nullable Span part) {
        int before = place;
        Matcher found = match(TIME);
        if (found == null) {
            return null;
        }
        int hour = Integer.parseInt(found.group(1));
        String half = found.group(3);
        int minute = found.group(2) != null
                ? Integer.parseInt(found.group(2))
                : found.group().contains("半") ? 30 : 0;
        if ((half != null && hour > 12) || minute > 59 || hour * 60 + minute > DAY_ENDS) {
            place = before;
            return null;
        }
        if (half != null) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        } else if (part != null && part.from() >= NOON && hour < 12) {
            hour += 12;
        }
        return new Time(hour * 60 + minute, half != null || part != null);
    }

    private @Nullable Span part() {
        if (skip(MORNING)) {
            return new Span(EARLIEST, NOON);
        }
        if (skip(MIDDAY)) {
            return new Span(NOON, 14 * 60);
        }
        if (skip(AFTERNOON)) {
            return new Span(NOON + 60, 18 * 60);
        }
        if (skip(EVENING)) {
            return new Span(17 * 60 + 30, LATEST);
        }
        return null;
    }

    private boolean add(Span named) {
        Span span = new Span(Math.max(named.from(), DAYTIME.from()), Math.min(named.to(), DAYTIME.to()));
        if (span.from() >= span.to() || named.from() >= named.to()) {
            return false;
        }
        days.forEach(day -> week.computeIfAbsent(day, any -> new ArrayList<>()).add(span));
        daysUsed = true;
        return true;
    }

    // ------------------------------------------------------------ pieces of the text

    private boolean skip(Pattern pattern) {
        return match(pattern) != null;
    }

    private @Nullable Matcher match(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(place, text.length());
        found.useTransparentBounds(true);
        if (!found.lookingAt() || found.end() == place) {
            return null;
        }
        place = found.end();
        return found;
    }
}
