package io.amends.casefile;

import io.amends.casefile.CaseScores.Moment;
import io.amends.casefile.CaseScores.Score;
import io.amends.casefile.CaseScores.Survey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How satisfied a case's customer is, in a picture and in words: the aim is above where it was before (K-21). */
@Component
class ScoreLines {

    private static final int DELIGHTED = 9;
    private static final int SATISFIED = 7;

    private final CaseScores scores;
    private final PlainTime time;

    ScoreLines(CaseScores scores, PlainTime time) {
        this.scores = scores;
        this.time = time;
    }

    CasePage.Satisfaction of(String caseNumber) {
        CaseScores.Scores known = scores.of(caseNumber);
        Optional<Integer> before = last(known.scores(), Moment.BEFORE);
        Optional<Integer> after = last(known.scores(), Moment.AFTER);
        Optional<Survey> survey = known.surveys().stream().reduce((earlier, later) -> later);
        return new CasePage.Satisfaction(
                ScorePicture.of(known.scores()),
                verdict(before, after),
                tone(before, after),
                survey.map(this::asked).orElse("No survey was sent yet."),
                survey.map(ScoreLines::gaps).orElse(List.of()),
                survey.map(Survey::words).orElse(""));
    }

    private static Optional<Integer> last(List<Score> scores, Moment moment) {
        return scores.stream()
                .filter(score -> score.moment() == moment)
                .map(Score::score)
                .reduce((earlier, later) -> later);
    }

    private static String verdict(Optional<Integer> before, Optional<Integer> after) {
        if (after.isEmpty()) {
            return before.map(score -> "The aim is above " + score + ", where it was before.")
                    .orElse("Nobody knows how it was before; the aim is a satisfied customer.");
        }
        String now = meaning(after.get());
        return before.map(score ->
                        now + (after.get() > score ? "Above " : "Not above ") + score + ", where it was before.")
                .orElse(now + "How it was before is not known.");
    }

    private static String meaning(int score) {
        if (score >= DELIGHTED) {
            return "Delighted. ";
        }
        return score >= SATISFIED ? "Satisfied. " : "Not satisfied. ";
    }

    private static String tone(Optional<Integer> before, Optional<Integer> after) {
        if (after.isEmpty()) {
            return "";
        }
        if (after.get() < SATISFIED) {
            return "bad";
        }
        return after.get() > before.orElse(-1) ? "good" : "warn";
    }

    private String asked(Survey survey) {
        String asked = "Survey sent " + time.day(survey.askedAt());
        if (survey.answeredAt() == null) {
            return asked + ", not answered.";
        }
        return asked + (survey.byCall() ? ", told on a call " : ", answered ") + time.day(survey.answeredAt()) + ".";
    }

    private static List<CasePage.Gap> gaps(Survey survey) {
        return survey.gaps().entrySet().stream()
                .map(gap -> new CasePage.Gap(gap.getKey(), Objects.requireNonNull(gap.getValue())))
                .toList();
    }
}
