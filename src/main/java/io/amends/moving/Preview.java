package io.amends.moving;

import java.util.List;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What a move would do now.
 *
 * @param latest the newest version of the process
 * @param older its other versions on which something runs, newest first
 * @param cases by case number
 * @param places where their processes wait, those that cannot move first
 * @param open steps that are not found again by their id, or were matched by hand
 * @param begins what would begin to be waited for beside the steps, in words
 * @param ends what would no longer be waited for, in words
 */
record Preview(
        ProcessDefinition latest,
        List<Version> older,
        List<CaseLine> cases,
        List<PlaceLine> places,
        List<OpenStep> open,
        List<String> begins,
        List<String> ends) {

    List<Integer> chosen() {
        return older.stream().filter(Version::chosen).map(Version::version).toList();
    }

    int moving() {
        return (int) cases.stream().filter(CaseLine::moves).count();
    }

    int staying() {
        return cases.size() - moving();
    }

    /** @param running how many of its processes run */
    record Version(int version, int running, boolean chosen) {}

    /**
     * @param item the case number, or the process instance where it serves no case
     * @param isCase whether the item is a case number
     */
    record CaseLine(String item, boolean isCase, List<Run> processes) {

        boolean moves() {
            return processes.stream().allMatch(process -> process.inTheWay().isEmpty());
        }
    }

    /**
     * @param to the version that it would run on, the same as {@code from} when it stays on it
     * @param waits names of the steps where it waits
     * @param inTheWay why it cannot move, each continuing a sentence that its name begins
     */
    record Run(String name, int from, int to, List<String> waits, List<String> inTheWay) {}

    /**
     * @param process its name
     * @param versions that these processes run on
     * @param found title of the step in the newest version where its name or id changed, or blank
     * @param inTheWay why nothing that waits there can move, or blank
     */
    record PlaceLine(String process, List<Integer> versions, String step, int waiting, String found, String inTheWay) {}

    /**
     * A step to be matched by hand.
     *
     * @param process its key
     * @param processName its name
     * @param choices steps of the same kind in the newest version, those that are new first
     * @param suggested id of the choice with the same name, or the only new one; blank for none
     * @param chosen id of the choice that was made, or blank
     */
    record OpenStep(
            String process,
            String processName,
            String step,
            String title,
            String kind,
            int waiting,
            List<Choice> choices,
            String suggested,
            String chosen) {

        /** What the suggestion is called; blank for none. */
        public String suggestedTitle() {
            return choices.stream()
                    .filter(choice -> choice.id().equals(suggested))
                    .map(Choice::title)
                    .findFirst()
                    .orElse("");
        }
    }

    record Choice(String id, String title, boolean isNew) {}
}
