package io.amends.correspondence;

import io.amends.clock.CaseClocks;
import io.amends.promise.PromiseRow;
import io.amends.promise.Promises;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a letter among colleagues says of the clock that the diagram names. */
@Component
class NamedClock {

    private static final Pattern OF_ONE_THING = Pattern.compile("(.+)-(\\d+)");
    private static final String PROMISE = "promise";

    private final CaseClocks clocks;
    private final Promises promises;

    NamedClock(CaseClocks clocks, Promises promises) {
        this.clocks = clocks;
        this.promises = promises;
    }

    /** In words, since when it runs and until when; nothing where no clock is named. */
    Map<String, Object> about(String caseNumber, LetterVariables seen, Wording wording) {
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
        String own = wording.of("clock", name);
        Matcher ofOneThing = OF_ONE_THING.matcher(name);
        if (!own.equals(name) || !ofOneThing.matches()) {
            return own;
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
                .map(PromiseRow::what)
                .map(Wording::oneLine)
                .findFirst();
    }
}
