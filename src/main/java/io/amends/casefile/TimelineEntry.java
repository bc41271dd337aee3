package io.amends.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a case.
 *
 * @param who user id of a person, {@link #CUSTOMER}, or null when the system did it
 * @param kind see {@link Kind}
 * @param what in words, such as {@code Completed “Contact the customer”}
 * @param before value before a change, or null
 * @param after value after a change, or null
 * @param process name of the process it belongs to, or null
 * @param step name of the step it belongs to, or null
 * @param processInstanceId the run of a process that it belongs to, or null
 * @param stepId id of the step in that process's diagram, or null
 * @param details further facts, such as a decision's inputs
 * @param turn when within its moment, the smaller the earlier; see {@link Turn}
 */
public record TimelineEntry(
        Instant at,
        @Nullable String who,
        Kind kind,
        String what,
        @Nullable String before,
        @Nullable String after,
        @Nullable String process,
        @Nullable String step,
        @Nullable String processInstanceId,
        @Nullable String stepId,
        List<Detail> details,
        @JsonIgnore long turn) {

    /** As the engine keeps its moments: to the millisecond, so that all of one moment can be put in order. */
    public TimelineEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public TimelineEntry(
            Instant at,
            @Nullable String who,
            Kind kind,
            String what,
            @Nullable String before,
            @Nullable String after,
            @Nullable String process,
            @Nullable String step,
            @Nullable String processInstanceId,
            @Nullable String stepId,
            List<Detail> details) {
        this(at, who, kind, what, before, after, process, step, processInstanceId, stepId, details, Turn.LAST);
    }

    /** Who did what a customer did; no user id has a space. */
    public static final String CUSTOMER = "the customer";

    /** Whoever sent a mail: what it says of its sender proves nothing, so that nobody is named. */
    public static final String SENDER = "a mail’s sender";

    private static final int SHORT = 120;

    /** What a reader can narrow the record to. */
    public enum Kind {
        TASK("Work"),
        DECISION("Decisions"),
        CHANGE("Facts"),
        LETTER("Letters"),
        MAIL("Mail"),
        TALK("Comments and files"),
        CLOCK("Clocks"),
        ESCALATION("Calls for help"),
        PROMISE("Promises"),
        EVENT("Events"),
        STEP("Steps"),
        OPERATION("Interventions");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A named value. */
    public record Detail(String name, String value) {}

    /** The value after a change in words; a table kept as JSON is cut short, what a person typed never is. */
    public String afterInShort() {
        String value = Words.value((Object) after);
        String words = JsonWords.of(value);
        return !words.equals(value) && words.length() > SHORT ? words.substring(0, SHORT) + " …" : words;
    }

    static TimelineEntry of(Instant at, @Nullable String who, Kind kind, String what) {
        return new TimelineEntry(at, who, kind, what, null, null, null, null, null, null, List.of());
    }

    TimelineEntry in(@Nullable String itsProcess, @Nullable String itsStep) {
        return new TimelineEntry(
                at, who, kind, what, before, after, itsProcess, itsStep, processInstanceId, stepId, details, turn);
    }

    /** Where in the diagrams of the case it stands. */
    TimelineEntry at(@Nullable String itsProcessInstanceId, @Nullable String itsStepId) {
        return new TimelineEntry(
                at, who, kind, what, before, after, process, step, itsProcessInstanceId, itsStepId, details, turn);
    }

    /** The same with other values before and after. */
    public TimelineEntry changing(@Nullable String from, @Nullable String to) {
        return new TimelineEntry(
                at, who, kind, what, from, to, process, step, processInstanceId, stepId, details, turn);
    }

    TimelineEntry with(List<Detail> facts) {
        return new TimelineEntry(
                at, who, kind, what, before, after, process, step, processInstanceId, stepId, List.copyOf(facts), turn);
    }

    TimelineEntry inTurn(long within) {
        return new TimelineEntry(
                at, who, kind, what, before, after, process, step, processInstanceId, stepId, details, within);
    }
}
