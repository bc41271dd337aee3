package io.amends.satisfaction;

import io.amends.casefile.CaseScores;
import io.amends.customer.CustomerDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores and surveys of a case for its page (K-16, K-21). */
@Component
class SurveyScores implements CaseScores {

    private final Surveys surveys;
    private final CustomerDirectory customers;

    SurveyScores(Surveys surveys, CustomerDirectory customers) {
        this.surveys = surveys;
        this.customers = customers;
    }

    @Override
    public Scores of(String caseNumber) {
        return new Scores(
                customers.satisfactionOf(caseNumber).stream()
                        .map(it -> new Score(Moment.valueOf(it.moment().name()), it.score(), it.at()))
                        .toList(),
                surveys.of(caseNumber).stream().map(SurveyScores::survey).toList());
    }

    private static Survey survey(SurveyRow row) {
        SurveyAnswer answer = row.answer();
        return answer == null
                ? new Survey(row.askedAt(), row.answeredAt(), null, Map.of(), null, row.byCall())
                : new Survey(
                        row.askedAt(), row.answeredAt(), answer.score(), gaps(answer), answer.word(), row.byCall());
    }

    private static Map<String, Integer> gaps(SurveyAnswer answer) {
        Map<String, Integer> gaps = new LinkedHashMap<>();
        put(gaps, "Time", answer.time());
        put(gaps, "Reliability", answer.reliability());
        put(gaps, "Accuracy", answer.accuracy());
        put(gaps, "Courtesy", answer.courtesy());
        return gaps;
    }

    private static void put(Map<String, Integer> gaps, String name, @Nullable Integer gap) {
        if (gap != null) {
            gaps.put(name, gap);
        }
    }
}
