package io.amends.satisfaction;

import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** A survey that was answered meanwhile does not leave any more (C-7). */
@Component
class SurveyLetterCheck implements LetterCheck {

    private static final String SURVEY = "survey";

    private final Surveys surveys;

    SurveyLetterCheck(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letter.equals(SURVEY) || unanswered(caseNumber, occurrence);
    }

    private boolean unanswered(String caseNumber, String episode) {
        return surveys.of(caseNumber).stream()
                .noneMatch(survey -> episode.equals(Integer.toString(survey.episode())) && survey.answeredAt() != null);
    }
}
