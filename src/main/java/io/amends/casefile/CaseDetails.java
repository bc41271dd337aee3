package io.amends.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * @param name the message that the process waits for, such as {@code complaint-withdrawn}
     * @param confirm question to ask before something that cannot be undone, or blank
     * @param options values to choose from, or empty
     */
    record Action(String name, String label, String textLabel, String confirm, List<String> options) {}
}
