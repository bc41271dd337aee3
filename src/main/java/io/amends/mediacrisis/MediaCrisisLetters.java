package io.amends.mediacrisis;

import io.amends.correspondence.ColleagueLetters;
import io.amends.correspondence.LetterVariables;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom the letters of a media crisis go to: those that a part knows by its rules, all others to colleagues. In an exercise all of them
 * stay in the house.
 */
@Component
class MediaCrisisLetters implements LetterFacts {

    private final MediaCrisisTable crises;
    private final MediaEventTable events;
    private final List<CrisisLetterPart> parts;
    private final ColleagueLetters colleagues;
    private final ExerciseMode exercises;
    private final MediaProperties properties;

    MediaCrisisLetters(
            MediaCrisisTable crises,
            MediaEventTable events,
            List<CrisisLetterPart> parts,
            ColleagueLetters colleagues,
            ExerciseMode exercises,
            MediaProperties properties) {
        this.crises = crises;
        this.events = events;
        this.parts = parts;
        this.colleagues = colleagues;
        this.exercises = exercises;
        this.properties = properties;
    }

    @Override
    public boolean knows(String caseNumber) {
        return crises.find(caseNumber).isPresent();
    }

    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        List<Addressee> meant = meant(crisis, letter, to, new LetterVariables(variables));
        return crisis.exercise() ? exercises.instead(meant) : meant;
    }

    /** Whoever is called out reads at once what is said of us, and whether anybody has said it in public yet (M-1, M-3). */
    private Map<String, @Nullable Object> about(MediaCrisis crisis, LetterVariables seen) {
        List<MediaEvent> reported = events.of(crisis.caseNumber());
        String id = seen.text(MediaCrisisProcess.EVENT_ID.name());
        Map<String, @Nullable Object> about = new HashMap<>();
        about.put("customerName", crisis.title());
        about.put("subjectWords", crisis.title());
        about.put(
                "threat",
                !reported.isEmpty()
                        && reported.stream().allMatch(event -> event.kind().equals(NewMediaEvent.THREAT)));
        reported.stream()
                .filter(event -> String.valueOf(event.id()).equals(id))
                .findFirst()
                .or(() -> reported.stream().findFirst())
                .ifPresent(event -> about.put("claimWords", event.claim()));
        return about;
    }

    /** The media read who writes, and under which number we are reached. */
    private Addressee fromPressDesk(Addressee reader) {
        Map<String, Object> model = new HashMap<>(reader.model());
        model.put("pressDesk", true);
        if (!properties.pressPhone().isEmpty()) {
            model.put("pressPhone", properties.pressPhone());
        }
        return new Addressee(reader.name(), reader.mail(), reader.language(), model, reader.links());
    }

    private List<Addressee> meant(MediaCrisis crisis, String letter, String to, LetterVariables seen) {
        return parts.stream()
                .filter(part -> part.letters().contains(letter))
                .findFirst()
                .map(part -> part.addressees(crisis, letter, seen).stream()
                        .map(reader -> letter.equals(AnswerLetters.STAND_DOWN) ? reader : fromPressDesk(reader))
                        .toList())
                .orElseGet(() -> colleagues.of(
                        crisis.caseNumber(),
                        to,
                        MediaCrisisProcess.COMMUNICATIONS,
                        seen,
                        wording -> about(crisis, seen)));
    }
}
