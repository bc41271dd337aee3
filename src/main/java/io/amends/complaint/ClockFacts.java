package io.amends.complaint;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.promise.Promises;
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

/** What letters say of the clocks of a case. One that stands promises no moment (C-2). */
@Component
class ClockFacts {

    private static final Pattern OF_ONE_THING = Pattern.compile("(.+)-(\\d+)");
    private static final String PROMISE = "promise";

    private final CaseClocks clocks;
    private final Promises promises;

    ClockFacts(CaseClocks clocks, Promises promises) {
        this.clocks = clocks;
        this.promises = promises;
    }

    /** When the customer hears from a person: the first contact, or the solution once that was made (K-8). */
    Optional<Instant> nextStep(String caseNumber) {
        List<CaseClock> running = clocks.of(caseNumber).stream()
                .filter(one -> one.running() && one.pausedSince() == null)
                .toList();
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
