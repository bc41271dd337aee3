package io.amends.casefile;

import io.amends.casefile.CaseScores.Score;
import io.amends.casefile.CaseScores.Survey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer said of our work, and when (K-16, K-21, A-1). */
@Component
@Order(45)
class ScoreSource implements TimelineSource {

    private static final Duration ONE_BREATH = Duration.ofMinutes(1);

    private final CaseScores scores;

    ScoreSource(CaseScores scores) {
        this.scores = scores;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return entries(scores.of(run.file().number()));
    }

    static List<TimelineEntry> entries(CaseScores.Scores known) {
        List<Score> told = new ArrayList<>(known.scores());
        List<Survey> answered = known.surveys().stream()
                .filter(survey -> survey.answeredAt() != null && !survey.byCall())
                .toList();
        for (Survey survey : answered) {
            told.stream()
                    .filter(score -> keeps(score, survey))
                    .min(Comparator.comparing(score -> apart(score, survey)))
                    .ifPresent(told::remove);
        }
        return Stream.concat(
                        told.stream().map(ScoreSource::entry), answered.stream().map(ScoreSource::entry))
                .toList();
    }

    /** An answer is kept as a score as well, in the same breath but not in the same instant. */
    private static boolean keeps(Score score, Survey survey) {
        return score.moment() == CaseScores.Moment.AFTER
                && Objects.equals(score.score(), survey.score())
                && apart(score, survey).compareTo(ONE_BREATH) < 0;
    }

    private static Duration apart(Score score, Survey survey) {
        return Duration.between(score.at(), Objects.requireNonNull(survey.answeredAt()))
                .abs();
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
                .with(details)
                .inTurn(Turn.FIRST);
    }
}
