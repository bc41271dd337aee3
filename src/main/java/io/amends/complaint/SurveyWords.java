package io.amends.complaint;

import io.amends.customer.Satisfaction;
import io.amends.satisfaction.SurveyAnswer;
import io.amends.satisfaction.SurveyRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scores and the answer to a survey, as task forms show them; blank where nothing is known. */
final class SurveyWords {

    private SurveyWords() {}

    /** {@code 7 before, 2 at the complaint, 8 after}. */
    static String scores(List<Satisfaction> given) {
        return given.stream()
                .map(one -> one.score()
                        + switch (one.moment()) {
                            case BEFORE -> " before";
                            case AT_COMPLAINT -> " at the complaint";
                            case AFTER -> " after";
                        })
                .collect(Collectors.joining(", "));
    }

    /** @param episode whose survey is meant: an earlier answer says nothing about what was done since */
    static Map<String, Object> answer(List<SurveyRow> surveys, @Nullable Object episode) {
        return surveys.stream()
                .filter(survey -> episode == null || episode.equals(survey.episode()))
                .map(SurveyRow::answer)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .map(SurveyWords::answer)
                .orElse(Map.of());
    }

    private static Map<String, Object> answer(SurveyAnswer answer) {
        return Map.of(
                "surveyTime", text(answer.time()),
                "surveyReliability", text(answer.reliability()),
                "surveyAccuracy", text(answer.accuracy()),
                "surveyCourtesy", text(answer.courtesy()),
                "surveyWord", text(answer.word()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
