package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of one way to speak open with: which way, with whom, and a text made of the messages (M-10). */
@Component
class SpeakFormPart implements CrisisFormPart {

    private final WaysToSpeak ways;
    private final MediaRegister register;

    SpeakFormPart(WaysToSpeak ways, MediaRegister register) {
        this.ways = ways;
        this.register = register;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        if (!(variables.get(SpeakProcess.WAY_INDEX.name()) instanceof Number index)
                || !(variables.get(MediaCrisisProcess.MESSAGE_VERSION.name()) instanceof Number version)) {
            return Map.of();
        }
        return ways.ways(crisis.caseNumber(), version.intValue()).stream()
                .filter(way -> way.index() == index.intValue())
                .findFirst()
                .map(way -> facts(crisis, way, variables))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(MediaCrisis crisis, WaysToSpeak.Way way, Map<String, Object> variables) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "way",
                Map.of(
                        "code", way.way().code(),
                        "label", way.way().label(),
                        "recipients",
                                way.recipients().stream()
                                        .flatMap(id -> register.person(id).stream())
                                        .map(SpeakFormPart::words)
                                        .toList()));
        if (way.way().written() && variables.get(SpeakProcess.PRESS_TEXT.name()) == null) {
            facts.put(
                    SpeakProcess.PRESS_TEXT.name(),
                    ways.messages(crisis.caseNumber()).stream().collect(Collectors.joining("\n\n")));
        }
        return facts;
    }

    private static String words(MediaPerson person) {
        return Stream.of(MediaPeople.words(person), person.phone(), person.mail())
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    static List<String> names(List<MediaPerson> people) {
        return people.stream().map(SpeakFormPart::words).toList();
    }
}
