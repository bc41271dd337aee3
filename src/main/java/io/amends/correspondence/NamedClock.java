package io.amends.correspondence;

import io.amends.casefile.ClockNames;
import io.amends.clock.CaseClocks;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a letter among colleagues says of the clock that the diagram names. */
@Component
class NamedClock {

    private static final Pattern NUMBER = Pattern.compile("-\\d+$");

    private final CaseClocks clocks;
    private final ClockNames names;

    NamedClock(CaseClocks clocks, ClockNames names) {
        this.clocks = clocks;
        this.names = names;
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

    /** {@code promise-17} says what was promised, {@code speak-2} which way to speak it is. */
    private String words(String caseNumber, String name, Wording wording) {
        String own = wording.of("clock", name);
        if (!own.equals(name)) {
            return own;
        }
        String rule = wording.of("clock", NUMBER.matcher(name).replaceFirst(""));
        return names.about(caseNumber, name).map(what -> rule + ": " + what).orElse(rule);
    }
}
