package io.amends.casefile;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Entries that belong together on the page: the facts recorded in one step are one line that can be opened. */
record TimelineGroup(String at, String utc, String who, String kind, List<TimelineEntry> entries) {

    private static final Duration ONE_BREATH = Duration.ofSeconds(1);

    public TimelineEntry first() {
        return entries.get(0);
    }

    public boolean facts() {
        return first().kind() == TimelineEntry.Kind.CHANGE;
    }

    static List<TimelineGroup> of(List<TimelineEntry> entries, PlainTime time, StaffNames names) {
        List<TimelineGroup> groups = new ArrayList<>();
        List<TimelineEntry> run = new ArrayList<>();
        for (TimelineEntry entry : entries) {
            if (!run.isEmpty() && !together(run.get(run.size() - 1), entry)) {
                groups.add(group(run, time, names));
                run = new ArrayList<>();
            }
            run.add(entry);
        }
        if (!run.isEmpty()) {
            groups.add(group(run, time, names));
        }
        return groups;
    }

    private static boolean together(TimelineEntry one, TimelineEntry next) {
        return one.kind() == TimelineEntry.Kind.CHANGE
                && next.kind() == TimelineEntry.Kind.CHANGE
                && Objects.equals(one.who(), next.who())
                && Objects.equals(one.step(), next.step())
                && Duration.between(one.at(), next.at()).compareTo(ONE_BREATH) < 0;
    }

    private static TimelineGroup group(List<TimelineEntry> run, PlainTime time, StaffNames names) {
        TimelineEntry first = run.get(0);
        String who = first.who() == null ? "Amends" : names.of(first.who());
        return new TimelineGroup(
                time.moment(first.at()),
                first.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                who,
                first.kind().code(),
                List.copyOf(run));
    }
}
