package io.amends.mediacrisis;

import io.amends.letter.LetterCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the crisis has moved past does not leave any more: it is closed, a later update is out, or the report is corrected (C-7). */
@Component
class AnswerLetterCheck implements LetterCheck {

    private static final Set<String> OURS =
            Set.of(AnswerLetters.PRESS_RELEASE, AnswerLetters.PUBLIC_UPDATE, AnswerLetters.CORRECTION);

    private final MediaCrisisTable crises;
    private final PublicUpdates updates;
    private final WrongReports reports;

    AnswerLetterCheck(MediaCrisisTable crises, PublicUpdates updates, WrongReports reports) {
        this.crises = crises;
        this.updates = updates;
        this.reports = reports;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        if (!OURS.contains(letter)) {
            return true;
        }
        Optional<MediaCrisis> crisis = crises.find(caseNumber);
        if (crisis.isEmpty() || crisis.get().closedAt() != null) {
            return false;
        }
        return switch (letter) {
            case AnswerLetters.PUBLIC_UPDATE -> updates.current(caseNumber) <= Integer.parseInt(occurrence) + 1;
            case AnswerLetters.CORRECTION ->
                reports.find(Long.parseLong(occurrence.replaceAll("-.*", "")))
                        .filter(report -> report.correction() == null && report.closedAt() == null)
                        .isPresent();
            default -> true;
        };
    }
}
