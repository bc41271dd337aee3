package io.amends.moving;

import java.util.Map;
import java.util.Objects;

/** What codes of moves are called on pages. */
final class MoveWords {

    static final Map<String, String> STATES = Map.of(
            MovedCase.WAITING, "Still to be moved",
            MovedCase.MOVED, "Moved",
            MovedCase.STAYS, "Stays",
            MovedCase.OVER, "Nothing left to move",
            MovedCase.LEFT, "Left where it was");

    private MoveWords() {}

    static String state(String code) {
        return Objects.requireNonNullElse(STATES.get(code), code);
    }

    /** Colour of a case's badge. */
    static String caseTone(String code) {
        return switch (code) {
            case MovedCase.MOVED -> "good";
            case MovedCase.STAYS -> "warn";
            default -> "";
        };
    }

    static String move(String state) {
        return state.equals(Move.WORKING) ? "at work" : state;
    }

    /** Colour of a move's badge. */
    static String tone(String state) {
        return switch (state) {
            case Move.FINISHED -> "good";
            case Move.STOPPED -> "warn";
            default -> "";
        };
    }
}
