package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.casefile.ParallelAnswers.Asked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people who say the same have both said it. */
class ParallelAnswersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ParallelAnswers answers = new ParallelAnswers();

    @Test
    void the_second_of_two_approvals_is_an_answer_too() {
        answers.changed("p", "approval", task("legal", 0, 10), "send-back", "approve");

        assertThat(answers.agrees("p", "approval", task("lead", 0, 20), "approve"))
                .isTrue();
        assertThat(answers.before("p", "approval")).isEqualTo("send-back");
    }

    @Test
    void what_stands_in_a_later_form_is_no_second_answer() {
        answers.changed("p", "cause", task("first", 0, 10), null, "packaging");

        assertThat(answers.agrees("p", "cause", task("later", 11, 20), "packaging"))
                .isFalse();
        assertThat(answers.agrees("p", "cause", task("first", 0, 10), "packaging"))
                .isFalse();
    }

    @Test
    void only_the_same_answer_to_the_same_question_agrees() {
        answers.changed("p", "approval", task("legal", 0, 10), null, "approve");

        assertThat(answers.agrees("p", "approval", task("lead", 0, null), "send-back"))
                .isFalse();
        assertThat(answers.agrees("p", "tone", task("lead", 0, null), "approve"))
                .isFalse();
        assertThat(answers.agrees("other", "approval", task("lead", 0, null), "approve"))
                .isFalse();
    }

    private static Asked task(String id, int opened, @Nullable Integer ended) {
        return new Asked(id, NOON.plusSeconds(opened), ended == null ? null : NOON.plusSeconds(ended));
    }
}
