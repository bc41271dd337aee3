package io.amends.casefile;

import io.amends.casefile.CaseScores.Score;
import io.amends.casefile.CaseScores.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer said of our work, and when (K-16, K-21, A-1). */
@Component
@Order(45)
class ScoreSource implements TimelineSource {

    private final CaseScores scores;

    ScoreSource(CaseScores scores) {
        this.scores = scores;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        CaseScores.Scores known = scores.of(run.file().number());
        return Stream.concat(
                        known.scores().stream()
                                .filter(score -> known.surveys().stream().noneMatch(survey -> answered(survey, score)))
                                .map(ScoreSource::entry),
                        known.surveys().stream()
                                .filter(survey -> survey.answeredAt() != null)
                                .map(ScoreSource::entry))
                .toList();
    }

    private static boolean answered(Survey survey, Score score) {
        return score.at().equals(survey.answeredAt());
    }

    private static TimelineEntry entry(Score score) {
        String what =
                switch (score.moment()) {
                    case BEFORE -> "Satisfaction as it was known before: ";
                    case AT_COMPLAINT -> "Satisfaction at the complaint: ";
                    case AFTER -> "Satisfaction told on a call: ";
                };
        return TimelineEntry.of(score.at(), null, TimelineEntry.Kind.EVENT, what + score.score() + " of 10");
    }

    private static TimelineEntry entry(Survey survey) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        survey.gaps().forEach((gap, value) -> details.add(new TimelineEntry.Detail(gap, value + " of 5")));
        if (survey.words() != null) {
            details.add(new TimelineEntry.Detail("In their words", survey.words()));
        }
        return TimelineEntry.of(
                        Objects.requireNonNull(survey.answeredAt()),
                        TimelineEntry.CUSTOMER,
                        TimelineEntry.Kind.EVENT,
                        "Answered the survey: " + survey.score() + " of 10")
                .with(details);
    }
}
