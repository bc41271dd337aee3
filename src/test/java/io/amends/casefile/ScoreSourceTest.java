package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.casefile.CaseScores.Moment;
import io.amends.casefile.CaseScores.Score;
import io.amends.casefile.CaseScores.Survey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The record tells how a score reached us: by the survey's link or on a call. */
class ScoreSourceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void an_answer_by_link_is_not_told_on_a_call_although_its_score_was_kept_a_moment_later() {
        assertThat(told(List.of(after(3, NOON.plusMillis(7))), List.of(survey(3, NOON, false))))
                .containsExactly("Answered the survey: 3 of 10");
    }

    @Test
    void a_score_given_on_a_call_is_told_so_and_is_no_answer_by_link() {
        assertThat(told(List.of(after(6, NOON.plusMillis(7))), List.of(survey(6, NOON, true))))
                .containsExactly("Satisfaction told on a call: 6 of 10");
        assertThat(told(List.of(after(6, NOON)), List.of())).containsExactly("Satisfaction told on a call: 6 of 10");
    }

    @Test
    void a_call_after_an_answer_is_told_beside_it() {
        assertThat(told(
                        List.of(after(3, NOON.plusMillis(7)), after(3, NOON.plusSeconds(90000))),
                        List.of(survey(3, NOON, false))))
                .containsExactlyInAnyOrder("Answered the survey: 3 of 10", "Satisfaction told on a call: 3 of 10");
    }

    private static List<String> told(List<Score> scores, List<Survey> surveys) {
        return ScoreSource.entries(new CaseScores.Scores(scores, surveys)).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private static Score after(int score, Instant at) {
        return new Score(Moment.AFTER, score, at);
    }

    private static Survey survey(int score, Instant answeredAt, boolean byCall) {
        return new Survey(NOON.minusSeconds(90000), answeredAt, score, Map.of(), null, byCall);
    }
}
