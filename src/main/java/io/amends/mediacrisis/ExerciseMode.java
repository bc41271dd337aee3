package io.amends.mediacrisis;

import io.amends.letter.Addressee;
import io.amends.modeling.FormRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A crisis that is only an exercise runs the same diagrams, but its letters stay in the house: each goes to one address instead, once,
 * and says whom it would have gone to.
 */
@Component
class ExerciseMode {

    private final MediaProperties properties;

    ExerciseMode(MediaProperties properties) {
        this.properties = properties;
    }

    /**
     * Asked before an exercise starts.
     *
     * @throws FormRefusal when its letters would have nowhere to go
     */
    void require() {
        if (properties.exerciseAddress().isEmpty()) {
            throw new FormRefusal(
                    "exercise", "cannot be held: no address for its letters is set (amends.media.exercise-address)");
        }
    }

    /** One letter in place of all, as the first of them would have read it; none where there was none. */
    List<Addressee> instead(List<Addressee> meant) {
        require();
        if (meant.isEmpty()) {
            return meant;
        }
        Addressee first = meant.get(0);
        Map<String, Object> model = new HashMap<>(first.model());
        model.put(
                Addressee.EXERCISE_FOR, meant.stream().map(ExerciseMode::words).toList());
        return List.of(new Addressee(first.name(), properties.exerciseAddress(), first.language(), model, Map.of()));
    }

    private static String words(Addressee addressee) {
        String mail = Objects.requireNonNullElse(addressee.mail(), "").strip();
        return mail.isEmpty() ? addressee.name() + " (no address)" : addressee.name() + " (" + mail + ")";
    }
}
