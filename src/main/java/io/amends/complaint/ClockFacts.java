package io.amends.complaint;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.promise.Promises;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What letters say of the clocks of a case. A clock that stands is neither late nor near (C-2). */
@Component
class ClockFacts {

    private static final Pattern OF_ONE_THING = Pattern.compile("(.+)-(\\d+)");
    private static final String PROMISE = "promise";

    private final CaseClocks clocks;
    private final Promises promises;
    private final Clock clock;

    ClockFacts(CaseClocks clocks, Promises promises, Clock clock) {
        this.clocks = clocks;
        this.promises = promises;
        this.clock = clock;
    }

    /** When the customer hears from a person: the first contact, or the solution once that was made (K-8). */
    Optional<Instant> nextStep(String caseNumber) {
        List<CaseClock> running = running(caseNumber);
        return Stream.of(ComplaintProcess.FIRST_CONTACT, ComplaintProcess.RESOLVE)
                .flatMap(name -> running.stream().filter(one -> one.name().equals(name)))
                .findFirst()
                .map(CaseClock::due);
    }

    /** The clock that the diagram names: in words, since when it runs and until when; nothing where it names none. */
    Map<String, Object> named(String caseNumber, LetterVariables seen, Wording wording) {
        String name = seen.text("clock");
        if (name == null) {
            return Map.of();
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("clockWords", words(caseNumber, name, wording));
        clocks.find(caseNumber, name).ifPresent(one -> {
            facts.put("clockStart", wording.dateTime(one.start()));
            facts.put("clockDue", wording.dateTime(one.due()));
        });
        return facts;
    }

    /** The clock that the diagram names when it is late, else all that are. */
    List<Map<String, String>> late(String caseNumber, LetterVariables seen, Wording wording) {
        Instant now = clock.instant();
        List<CaseClock> all = running(caseNumber).stream()
                .filter(one -> !one.due().isAfter(now))
                .toList();
        List<CaseClock> meant = all.stream()
                .filter(one -> one.name().equals(seen.text("clock")))
                .toList();
        return (meant.isEmpty() ? all : meant)
                .stream()
                        .map(one -> Map.of(
                                "name", words(caseNumber, one.name(), wording), "since", wording.dateTime(one.due())))
                        .toList();
    }

    private List<CaseClock> running(String caseNumber) {
        return clocks.of(caseNumber).stream()
                .filter(one -> one.running() && one.pausedSince() == null)
                .toList();
    }

    /** {@code promise-17} says what was promised. */
    private String words(String caseNumber, String name, Wording wording) {
        Matcher ofOneThing = OF_ONE_THING.matcher(name);
        if (!ofOneThing.matches()) {
            return wording.of("clock", name);
        }
        String rule = wording.of("clock", ofOneThing.group(1));
        return ofOneThing.group(1).equals(PROMISE)
                ? promised(caseNumber, ofOneThing.group(2))
                        .map(what -> rule + ": " + what)
                        .orElse(rule)
                : rule;
    }

    private Optional<String> promised(String caseNumber, String id) {
        return promises.of(caseNumber).stream()
                .filter(promise -> Objects.equals(Long.toString(promise.id()), id))
                .map(promise -> promise.what().replaceAll("\\s+", " ").strip())
                .findFirst();
    }
}
