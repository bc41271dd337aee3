package io.amends.mediacrisis;

import io.amends.correspondence.ColleagueLetters;
import io.amends.correspondence.LetterVariables;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Whom the letters of a media crisis go to: those that a part knows by its rules, all others to colleagues. In an exercise all of them
 * stay in the house.
 */
@Component
class MediaCrisisLetters implements LetterFacts {

    private final MediaCrisisTable crises;
    private final List<CrisisLetterPart> parts;
    private final ColleagueLetters colleagues;
    private final ExerciseMode exercises;

    MediaCrisisLetters(
            MediaCrisisTable crises,
            List<CrisisLetterPart> parts,
            ColleagueLetters colleagues,
            ExerciseMode exercises) {
        this.crises = crises;
        this.parts = parts;
        this.colleagues = colleagues;
        this.exercises = exercises;
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

    private List<Addressee> meant(MediaCrisis crisis, String letter, String to, LetterVariables seen) {
        return parts.stream()
                .filter(part -> part.letters().contains(letter))
                .findFirst()
                .map(part -> part.addressees(crisis, letter, seen))
                .orElseGet(() -> colleagues.of(
                        crisis.caseNumber(),
                        to,
                        MediaCrisisProcess.COMMUNICATIONS,
                        seen,
                        wording -> Map.of("customerName", crisis.title(), "subjectWords", crisis.title())));
    }
}
