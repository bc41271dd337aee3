package io.amends.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers of people whose tasks were open side by side, such as two approvals. The second one that says the same changes nothing, and yet
 * somebody answered.
 */
final class ParallelAnswers {

    private final Map<Fact, Answer> last = new HashMap<>();

    /**
     * A task in which something was answered.
     *
     * @param ended null while it is open
     */
    record Asked(String id, Instant opened, @Nullable Instant ended) {

        private boolean sideBySide(Asked other) {
            return !id.equals(other.id) && !begunAfter(other) && !other.begunAfter(this);
        }

        private boolean begunAfter(Asked other) {
            return other.ended != null && opened.isAfter(other.ended);
        }
    }

    /** Keeps an answer that changed a fact. */
    void changed(String process, String name, Asked task, @Nullable String before, String value) {
        last.put(new Fact(process, name), new Answer(task, before, value));
    }

    /** Whether this answer, which changes nothing, is the same as one that was given beside it. */
    boolean agrees(String process, String name, Asked task, String value) {
        Answer other = last.get(new Fact(process, name));
        return other != null && other.value().equals(value) && other.task().sideBySide(task);
    }

    /** What stood there when both were asked, or null for nothing. */
    @Nullable
    String before(String process, String name) {
        return Objects.requireNonNull(last.get(new Fact(process, name))).before();
    }

    private record Fact(String process, String name) {}

    private record Answer(Asked task, @Nullable String before, String value) {}
}
