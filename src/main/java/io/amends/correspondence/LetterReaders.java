package io.amends.correspondence;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which colleagues a letter goes to, and why to them (T-4). */
@Component
class LetterReaders {

    static final String OWNER = "owner";
    static final String WORKER = "worker";

    /** Before the user id of a named person. */
    static final String PERSON = "person:";

    private final CaseFiles cases;
    private final People people;
    private final CaseWork work;

    LetterReaders(CaseFiles cases, People people, CaseWork work) {
        this.cases = cases;
        this.people = people;
        this.work = work;
    }

    /**
     * @param to {@code owner}, {@code worker}, {@code person:} with a user id behind, or the id of a group
     * @param desk the group that works on cases of this kind while nobody owns them
     */
    List<Reader> of(String caseNumber, String to, String desk, LetterVariables seen) {
        List<Reader> readers =
                switch (to) {
                    case OWNER -> owners(caseNumber, seen);
                    case WORKER -> workers(caseNumber, desk, seen);
                    default -> to.startsWith(PERSON) ? named(to) : readers(people.members(to), null);
                };
        // on record as undeliverable rather than dropped without a word
        return readers.isEmpty() ? List.of(new Reader(to, null, null)) : readers;
    }

    Optional<Person> owner(String caseNumber, LetterVariables seen) {
        return cases.find(caseNumber)
                .map(CaseFile::owner)
                .or(() -> Optional.ofNullable(seen.text(OWNER)))
                .flatMap(people::person);
    }

    private List<Reader> named(String to) {
        return people.person(to.substring(PERSON.length()))
                .map(person -> readers(List.of(person), null))
                .orElse(List.of());
    }

    private List<Reader> owners(String caseNumber, LetterVariables seen) {
        return owner(caseNumber, seen)
                .map(person -> readers(List.of(person), OWNER))
                .orElse(List.of());
    }

    /** Whoever has the task that hangs on the clock, else whoever may take it, else the owner, else the desk. */
    private List<Reader> workers(String caseNumber, String desk, LetterVariables seen) {
        Optional<Task> task = work.onClock(caseNumber, seen.text("clock"));
        Optional<Person> assignee = task.map(Task::getAssignee).flatMap(people::person);
        if (assignee.isPresent()) {
            return readers(List.of(assignee.get()), "assignee");
        }
        List<Person> candidates = task.map(work::groupsOf).orElse(List.of()).stream()
                .flatMap(group -> people.members(group).stream())
                .distinct()
                .toList();
        if (!candidates.isEmpty()) {
            return readers(candidates, "candidate");
        }
        List<Reader> owner = owners(caseNumber, seen);
        return owner.isEmpty() ? readers(people.members(desk), desk) : owner;
    }

    private static List<Reader> readers(List<Person> people, @Nullable String because) {
        return people.stream()
                .map(person -> new Reader(person.name(), person.mail(), because))
                .toList();
    }

    /**
     * A colleague.
     *
     * @param because {@code assignee}, {@code candidate}, {@code owner} or the desk's group, or null where the letter itself knows why
     */
    record Reader(
            String name, @Nullable String mail, @Nullable String because) {}
}
