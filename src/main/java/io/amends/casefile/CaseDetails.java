package io.amends.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What only one kind of case can tell; each process's module has one. */
public interface CaseDetails {

    String processKey();

    /** What a case is about in words; the code is short, such as {@code delivery}. */
    default String subject(String code) {
        return Words.label(code);
    }

    /** Label to value, in the order to be shown: who, what, since when, what they want. */
    Map<String, String> facts(String caseNumber);

    /** What a member of staff may report from the case page, such as a withdrawal. */
    List<Action> actions(String caseNumber);

    /**
     * Carries an action out.
     *
     * @param option one of the action's options, or blank where it has none
     * @return an error to show, or empty when done
     */
    Optional<String> act(String caseNumber, String action, String option, String text, String userId);

    /** The same with all that was said; whoever asks for fields reads them here. */
    default Optional<String> act(String caseNumber, String action, Said said, String userId) {
        return act(caseNumber, action, said.option(), said.text(), userId);
    }

    /** What whoever has just reported that has to know besides, in a sentence; mostly nothing. */
    default Optional<String> afterwards(String caseNumber, String action, Said said) {
        return Optional.empty();
    }

    /** Whether a customer is at the heart of the case, whose satisfaction its page shows. */
    default boolean aboutCustomer() {
        return true;
    }

    /** A word that everybody has to see at once, such as that the case is an exercise. */
    default Optional<String> mark(String caseNumber) {
        return Optional.empty();
    }

    /** How bad it is in the words of this kind of case, such as its level, beside the severity that all cases have. */
    default Optional<String> rank(String caseNumber) {
        return Optional.empty();
    }

    /** Where this kind of case is measured by a level: 1 (lowest) to 3, for programs. */
    default Optional<Integer> level(String caseNumber) {
        return Optional.empty();
    }

    /** Mark and rank at once for a list of cases, in few words; a case that has neither is missing. */
    default Map<String, Brief> briefs(Collection<String> caseNumbers) {
        return Map.of();
    }

    /**
     * @param mark as {@link #mark}, or null
     * @param rank as {@link #rank}, only shorter, or null
     */
    record Brief(@Nullable String mark, @Nullable String rank) {}

    /** Other pages about the case: label to path. */
    default Map<String, String> pages(String caseNumber) {
        return Map.of();
    }

    /** Numbers that the page draws, all over the same steps; empty where there are none. */
    default Optional<Charts> charts(String caseNumber) {
        return Optional.empty();
    }

    /**
     * @param name the message that the process waits for, such as {@code complaint-withdrawn}
     * @param confirm question to ask before something that cannot be undone, or blank
     * @param options values to choose from, or empty
     * @param fields what is asked besides; an action that asks first has none
     */
    record Action(
            String name, String label, String textLabel, String confirm, List<String> options, List<Field> fields) {

        public Action {
            if (!confirm.isBlank() && !fields.isEmpty()) {
                throw new IllegalArgumentException("An action that asks first has no fields of its own");
            }
        }

        public Action(String name, String label, String textLabel, String confirm, List<String> options) {
            this(name, label, textLabel, confirm, options, List.of());
        }
    }

    /**
     * One thing that an action asks for.
     *
     * @param options values to choose from, or empty for a line of text
     * @param known what a line of text mostly holds, offered while it is typed
     */
    record Field(String name, String label, List<String> options, List<Known> known, boolean required) {

        public Field(String name, String label, List<String> options, boolean required) {
            this(name, label, options, List.of(), required);
        }

        /** A line of text that is mostly one of those that are known. */
        public static Field typed(String name, String label, List<Known> known, boolean required) {
            return new Field(name, label, List.of(), known, required);
        }
    }

    /** @param besides what tells it from others of that name, or blank */
    record Known(String value, String besides) {}

    /**
     * What somebody reported.
     *
     * @param fields by name; blank where nothing was said
     */
    record Said(String option, String text, Map<String, String> fields) {

        public String field(String name) {
            return fields.getOrDefault(name, "").strip();
        }
    }

    /**
     * @param steps what stands below the bars, from left to right
     * @param note in one sentence, or blank
     */
    record Charts(String heading, String note, String stepLabel, List<String> steps, List<Chart> charts) {}

    /**
     * @param unit behind each number, such as {@code %}, or blank
     * @param values one for each step
     */
    record Chart(String label, String unit, List<Integer> values) {}
}
