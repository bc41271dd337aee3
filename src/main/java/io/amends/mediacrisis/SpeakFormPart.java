package io.amends.mediacrisis;

import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of one way to speak open with: which way, with whom, and a text made of the messages (M-10). */
@Component
class SpeakFormPart implements CrisisFormPart {

    private final WaysToSpeak ways;
    private final PressTexts texts;
    private final CrisisApprovals approvals;
    private final MediaRegister register;
    private final People people;

    SpeakFormPart(
            WaysToSpeak ways, PressTexts texts, CrisisApprovals approvals, MediaRegister register, People people) {
        this.ways = ways;
        this.texts = texts;
        this.approvals = approvals;
        this.register = register;
        this.people = people;
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
                .map(way -> facts(crisis, version.intValue(), way, variables))
                .orElse(Map.of());
    }

    private Map<String, Object> facts(
            MediaCrisis crisis, int version, WaysToSpeak.Way way, Map<String, Object> variables) {
        Map<String, Object> facts = new HashMap<>();
        List<MediaPerson> recipients = way.recipients().stream()
                .flatMap(id -> register.person(id).stream())
                .toList();
        facts.put(
                "way",
                Map.of(
                        "code",
                        way.way().code(),
                        "label",
                        way.way().label(),
                        "recipients",
                        names(recipients),
                        "chineseReaders",
                        recipients.stream()
                                .filter(LetterFrame::readsChinese)
                                .map(MediaPeople::words)
                                .collect(Collectors.joining("; "))));
        if (way.way().written()) {
            Optional<PressTexts.PressText> last = texts.last(crisis.caseNumber(), version, way.index());
            last.ifPresent(text -> facts.putAll(draft(text, variables)));
            if (last.isEmpty() && variables.get(SpeakProcess.PRESS_TEXT.name()) == null) {
                facts.put(SpeakProcess.PRESS_TEXT.name(), String.join("\n\n", ways.messages(crisis.caseNumber())));
            }
        }
        return facts;
    }

    /** The next draft begins with the words of the last, and says why that one went back. */
    private Map<String, Object> draft(PressTexts.PressText text, Map<String, Object> variables) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(SpeakProcess.HEADLINE.name(), text.headline());
        facts.put(SpeakProcess.PRESS_TEXT.name(), text.words());
        Map<String, Object> shown = new HashMap<>(
                Map.of("headline", text.headline(), "words", text.words(), "author", name(text.writtenBy())));
        PressTexts.Chinese chinese = text.chinese();
        if (chinese != null) {
            facts.put(SpeakProcess.HEADLINE_ZH, chinese.headline());
            facts.put(SpeakProcess.PRESS_TEXT_ZH, chinese.words());
            shown.put("headlineZh", chinese.headline());
            shown.put("wordsZh", chinese.words());
        }
        if (text.videoLink() != null) {
            facts.put(SpeakProcess.VIDEO_LINK.name(), text.videoLink());
            shown.put("videoLink", text.videoLink());
        }
        if (variables.get(SpeakProcess.TEXT_DRAFT.name()) instanceof Number draft) {
            approvals.of(text.caseNumber(), Approvable.text(text.version(), text.place(), draft.intValue())).stream()
                    .filter(decision -> !decision.approved())
                    .forEach(decision -> {
                        shown.put("sentBack", String.valueOf(decision.reason()));
                        shown.put("sentBackBy", name(decision.decidedBy()));
                    });
        }
        facts.put("draft", shown);
        return facts;
    }

    private String name(@Nullable String userId) {
        return userId == null ? "" : people.person(userId).map(Person::name).orElse(userId);
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
