package io.amends.moving;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place of a diagram.
 *
 * @param name in one line; blank where the diagram gives it none
 * @param kind what the engine treats alike, such as {@code userTask} or {@code boundaryEvent-timer}
 * @param scope id of the process or sub-process around it
 * @param host id of the step that a boundary event sits on, else null
 * @param called key of the process that a call activity calls, else blank
 * @param many whether it is done several times
 */
record Step(
        String id,
        String name,
        String kind,
        String scope,
        @Nullable String host,
        String called,
        boolean many,
        boolean asyncBefore,
        boolean asyncAfter) {

    private static final Set<String> WAITING = Set.of(
            "userTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "eventSubProcess",
            "eventBasedGateway",
            "parallelGateway",
            "inclusiveGateway");
    private static final Set<String> EVENTS = Set.of("intermediateCatchEvent", "boundaryEvent", "startEvent");

    /** Whether a case may wait at it or for it, so that it has to be found again in another version. */
    boolean waits() {
        return WAITING.contains(kind)
                || asyncBefore
                || asyncAfter
                || (EVENTS.contains(type()) && !kind.endsWith("-error") && kind.contains("-"));
    }

    /** Whether it is heard beside whatever the case does: a boundary event, or what starts an event sub-process. */
    boolean listens() {
        return (kind.startsWith("boundaryEvent-") || kind.startsWith("startEvent-")) && waits();
    }

    /** Whether whoever waits at the one can wait at the other: what was called answers to the step that called it. */
    boolean fits(Step other) {
        return kind.equals(other.kind) && many == other.many && called.equals(other.called);
    }

    String title() {
        return name.isEmpty() ? id : "“" + name + "”";
    }

    String kindInWords() {
        return switch (kind) {
            case "userTask" -> "a step for people";
            case "automatic" -> "a step that the system does";
            case "businessRuleTask" -> "a decision table";
            case "receiveTask" -> "a step that waits for word";
            case "callActivity" -> "a process that is called" + (called.isEmpty() ? "" : " (" + called + ")");
            case "subProcess" -> "a group of steps";
            case "eventSubProcess" -> "an event sub-process";
            case "eventBasedGateway" -> "a wait for whatever comes first";
            case "parallelGateway", "inclusiveGateway" -> "a join";
            default -> event();
        };
    }

    private String event() {
        if (!EVENTS.contains(type())) {
            return kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        }
        String what = kind.endsWith("-timer") ? "time" : kind.endsWith("-message") ? "word" : "event";
        return switch (type()) {
            case "boundaryEvent" -> "a " + what + " at the edge of a step";
            case "startEvent" -> "the start of an event sub-process by " + (what.equals("time") ? "a time" : what);
            default -> "a wait for " + (what.equals("time") ? "a time" : what);
        };
    }

    private String type() {
        int dash = kind.indexOf('-');
        return dash < 0 ? kind : kind.substring(0, dash);
    }
}
