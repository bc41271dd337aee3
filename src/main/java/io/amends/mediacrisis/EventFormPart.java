package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.complaint.Complaint;
import io.amends.complaint.Complaints;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At the head of every form of a crisis: the matter, how bad it is and why, who reported what, by when they need an answer (M-1, M-2). */
@Component
@Order(10)
class EventFormPart implements CrisisFormPart {

    private final MediaEventTable events;
    private final MediaRegister register;
    private final PressCalls calls;
    private final Findings findings;
    private final Complaints complaints;
    private final PlainTime time;
    private final Clock clock;

    EventFormPart(
            MediaEventTable events,
            MediaRegister register,
            PressCalls calls,
            Findings findings,
            Complaints complaints,
            PlainTime time,
            Clock clock) {
        this.events = events;
        this.register = register;
        this.calls = calls;
        this.findings = findings;
        this.complaints = complaints;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        List<MediaEvent> reported = events.of(crisis.caseNumber());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("matter", crisis.title());
        facts.put("level", crisis.level() == null ? "" : CrisisWords.level(crisis.level()));
        facts.put("levelReason", blank(crisis.levelReason()));
        facts.put("exercise", crisis.exercise());
        facts.put("reportedAt", time.moment(crisis.firstReportAt()) + " (" + time.ago(crisis.firstReportAt()) + ")");
        facts.put("complaintCase", blank(crisis.complaintCase()));
        Optional.ofNullable(crisis.complaintCase())
                .flatMap(complaints::find)
                .ifPresent(complaint -> facts.putAll(story(complaint)));
        facts.put("notes", String.join("\n", events.notes(crisis.caseNumber())));
        facts.put("findings", findings.of(crisis.caseNumber()).orElse(""));
        shown(reported, variables).ifPresent(event -> facts.putAll(event(event)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("facts", facts);
        all.put("eventRows", reported.stream().map(this::row).toList());
        return all;
    }

    /** What the customer behind the story told us themselves (M-16). */
    private static Map<String, Object> story(Complaint complaint) {
        return Map.of("story", complaint.narrative(), "harm", Words.label(complaint.harm()));
    }

    /** The event that the step is about, else the first. */
    private static Optional<MediaEvent> shown(List<MediaEvent> reported, Map<String, Object> variables) {
        Object id = variables.get(MediaCrisisProcess.EVENT_ID.name());
        return reported.stream()
                .filter(event -> String.valueOf(event.id()).equals(String.valueOf(id)))
                .findFirst()
                .or(() -> reported.stream().findFirst());
    }

    private Map<String, Object> event(MediaEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", CrisisWords.kind(event.kind()));
        facts.put("outlet", blank(event.outletName()));
        facts.put("journalist", blank(event.journalist()));
        facts.put(
                "journalistContact",
                Optional.ofNullable(event.personId())
                        .flatMap(register::person)
                        .map(EventFormPart::contact)
                        .orElse(""));
        facts.put("link", blank(event.link()));
        facts.put("claim", event.claim());
        facts.put("deadline", event.deadline() == null ? "" : deadline(event.deadline()));
        facts.put(
                "deadlinePassed", event.deadline() != null && !event.deadline().isAfter(clock.instant()));
        facts.put(
                "tries", calls.find(event.id()).map(PressCalls.PressCall::tries).orElse(0));
        return facts;
    }

    private String deadline(Instant deadline) {
        boolean passed = !deadline.isAfter(clock.instant());
        return time.moment(deadline)
                + (passed ? " (passed " + time.ago(deadline) + ")" : " (" + time.ago(deadline) + ")");
    }

    private static String contact(MediaPerson person) {
        return Stream.of(person.phone(), person.mail()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private Map<String, String> row(MediaEvent event) {
        return Map.of(
                "when", time.moment(event.reportedAt()),
                "what", CrisisWords.kind(event.kind()),
                "who",
                        Stream.of(event.outletName(), event.journalist())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ")),
                "claim", event.claim(),
                "deadline", event.deadline() == null ? "" : deadline(event.deadline()));
    }

    private static String blank(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
