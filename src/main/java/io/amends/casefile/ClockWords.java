package io.amends.casefile;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how a clock stands, the same on the page of its case and on the cards of the Tasklist. */
final class ClockWords {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ClockWords() {}

    /** {@code first contact}, or {@code promise} for one of several: short enough for a card. */
    static String name(CaseClock clock, Locale language) {
        return TimeWords.in(language).clock(clock.rule());
    }

    /** {@code 3 h left}, {@code due now}, {@code 2 h late}, {@code paused}, {@code stopped} or {@code met 3 h early}. */
    static String of(CaseClock clock, Instant now, PlainTime time) {
        return of(clock, now, time, Locale.ENGLISH);
    }

    static String of(CaseClock clock, Instant now, PlainTime time, Locale language) {
        TimeWords words = TimeWords.in(language);
        if (clock.met() != null) {
            return met(clock.due(), clock.met(), time, language);
        }
        if (clock.stopped() != null) {
            return words.say("stands.stopped");
        }
        return clock.pausedSince() != null ? words.say("stands.paused") : of(clock.due(), now, time, language);
    }

    /** {@code met 3 h early} or {@code met 2 h late}. */
    static String met(Instant due, Instant met, PlainTime time) {
        return met(due, met, time, Locale.ENGLISH);
    }

    private static String met(Instant due, Instant met, PlainTime time, Locale language) {
        String key = met.isAfter(due) ? "stands.met-late" : "stands.met-early";
        return TimeWords.in(language).say(key, time.span(Duration.between(due, met), language));
    }

    /** How far a moment is away at which something is due. */
    static String of(Instant due, Instant now, PlainTime time, Locale language) {
        TimeWords words = TimeWords.in(language);
        Duration left = Duration.between(now, due);
        if (!left.isNegative() && left.compareTo(MINUTE) < 0) {
            return words.say("stands.now");
        }
        return words.say(left.isNegative() ? "stands.late" : "stands.left", time.span(left, language));
    }

    /** How much time it grants: {@code 5 business days}, or null when it runs until a date. */
    static @Nullable String budget(@Nullable Budget budget) {
        if (budget == null) {
            return null;
        }
        String unit = budget.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return budget.amount() + " " + (budget.amount() == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** For colours: {@code met}, {@code met-late}, {@code stopped}, {@code paused}, {@code late} or {@code running}. */
    static String tone(CaseClock clock, Instant now) {
        if (clock.met() != null) {
            return clock.met().isAfter(clock.due()) ? "met-late" : "met";
        }
        if (clock.stopped() != null) {
            return "stopped";
        }
        return clock.pausedSince() != null ? "paused" : tone(clock.due(), now);
    }

    static String tone(Instant due, Instant now) {
        return now.isAfter(due) ? "late" : "running";
    }
}
