package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.letter.Addressee;
import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An exercise writes to one address of the house and to nobody else. */
class ExerciseModeTest {

    private static final Addressee ANN = new Addressee("Ann", "ann@echo.example", "en", Map.of("said", "x"), Map.of());
    private static final Addressee BO = new Addressee("Bo", null, "zh-CN", Map.of(), Map.of());

    private final ExerciseMode mode = new ExerciseMode(new MediaProperties("exercise@amends.example", ""));

    @Test
    void one_letter_stands_for_all_and_names_whom_it_would_have_gone_to() {
        List<Addressee> instead = mode.instead(List.of(ANN, BO));
        assertThat(instead).hasSize(1);
        assertThat(instead.get(0).name())
                .as("it reads as the first of them would have read it")
                .isEqualTo("Ann");
        assertThat(instead.get(0).mail()).isEqualTo("exercise@amends.example");
        assertThat(instead.get(0).model())
                .containsEntry("said", "x")
                .containsEntry(Addressee.EXERCISE_FOR, List.of("Ann (ann@echo.example)", "Bo (no address)"));
        assertThat(instead.get(0).links()).isEmpty();
    }

    @Test
    void a_letter_to_nobody_stays_one() {
        assertThat(mode.instead(List.of())).isEmpty();
    }

    @Test
    void without_an_address_no_exercise_starts() {
        ExerciseMode none = new ExerciseMode(new MediaProperties("  ", ""));
        assertThatThrownBy(none::require).isInstanceOfSatisfying(FormRefusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("exercise");
            assertThat(refusal.reason()).contains("amends.media.exercise-address");
        });
    }
}
