package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockChange;
import io.amends.clock.ClockPause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks of a case for its page: how they stand, in words and as a bar, and what they had promised before. */
@Component
class ClockLines {

    /** So many of what it had promised before are shown at once. */
    private static final int LATELY = 2;

    private static final Comparator<CaseClock> NEAREST_FIRST = Comparator.comparing(
                    (CaseClock clock) -> !clock.running())
            .thenComparing(clock -> clock.pausedSince() != null)
            .thenComparing(CaseClock::due)
            .thenComparing(CaseClock::name);

    private final CaseClocks clocks;
    private final ClockNames names;
    private final PlainTime time;
    private final Clock clock;

    ClockLines(CaseClocks clocks, ClockNames names, PlainTime time, Clock clock) {
        this.clocks = clocks;
        this.names = names;
        this.time = time;
        this.clock = clock;
    }

    /** What presses most first, what has ended last. */
    List<CasePage.Clock> of(String caseNumber) {
        Instant now = clock.instant();
        List<ClockChange> changes = clocks.changes(caseNumber);
        return clocks.of(caseNumber).stream()
                .sorted(NEAREST_FIRST)
                .map(it -> line(it, changes, now))
                .toList();
    }

    private CasePage.Clock line(CaseClock it, List<ClockChange> changes, Instant now) {
        List<ClockPause> pauses = clocks.pauses(it);
        List<String> before = before(it, changes);
        String granted = ClockWords.budget(it.budget());
        String due = it.pausedSince() == null ? "due " + time.moment(it.due()) : "due later by the time that it stands";
        return new CasePage.Clock(
                names.title(it.caseNumber(), it.name()),
                ClockWords.of(it, now, time),
                ClockWords.tone(it, now),
                granted == null ? due : granted + ", " + due,
                notes(it, pauses, before),
                before.subList(Math.min(LATELY, before.size()), before.size()),
                ClockBar.of(it, pauses, (from, to) -> clocks.counted(it, from, to), now, time),
                !it.running());
    }

    private List<String> notes(CaseClock it, List<ClockPause> pauses, List<String> before) {
        List<String> notes = new ArrayList<>();
        if (it.occurrence() > 1) {
            notes.add("Runs for the " + ordinal(it.occurrence()) + " time");
        }
        if (it.due().isBefore(it.start())) {
            notes.add("Its time was up before it began " + time.moment(it.start()));
        }
        pauses.forEach(pause -> notes.add(stood(pause)));
        add(notes, "Warned ", it.warned());
        add(notes, "Found late ", it.breached());
        add(notes, "Met ", it.met());
        add(notes, "Stopped ", it.stopped());
        notes.addAll(before.subList(0, Math.min(LATELY, before.size())));
        return notes;
    }

    /** What it had promised, newest first: a clock that every step starts again has many of them. */
    private List<String> before(CaseClock it, List<ClockChange> changes) {
        List<String> before = new ArrayList<>();
        ClockChange last = null;
        int times = 0;
        for (ClockChange change : changes) {
            if (!change.name().equals(it.name())) {
                continue;
            }
            if (last != null && !before(last).equals(before(change))) {
                before.add(until(last, times));
                times = 0;
            }
            last = change;
            times++;
        }
        if (last != null) {
            before.add(until(last, times));
        }
        Collections.reverse(before);
        return before;
    }

    private String stood(ClockPause pause) {
        return pause.to() == null
                ? "Stands since " + time.moment(pause.from()) + ", " + pause.why()
                : "Stood from " + time.moment(pause.from()) + " to " + time.moment(pause.to()) + ", " + pause.why();
    }

    /** What does not change when it is set anew is said once. */
    private String until(ClockChange change, int times) {
        return "Until " + time.moment(change.changed()) + " it was " + before(change)
                + (times == 1 ? "" : ", promised " + times + " times");
    }

    private String before(ClockChange change) {
        String granted = ClockWords.budget(change.budget());
        return "due " + time.moment(change.due()) + (granted == null ? "" : " (" + granted + ")");
    }

    private void add(List<String> notes, String what, @Nullable Instant when) {
        if (when != null) {
            notes.add(what + time.moment(when));
        }
    }

    private static String ordinal(int number) {
        boolean teens = number % 100 / 10 == 1;
        return number
                + switch (teens ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
