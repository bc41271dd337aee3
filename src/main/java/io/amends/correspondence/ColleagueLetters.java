package io.amends.correspondence;

import io.amends.letter.Addressee;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters among colleagues about any case: whom they go to, and what they say of its clocks, tasks and calls for help (T-4). */
@Component
public class ColleagueLetters {

    private final LetterReaders readers;
    private final NamedClock clocks;
    private final HelpLetters help;
    private final CaseWork work;
    private final List<ColleagueWords> words;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    ColleagueLetters(
            LetterReaders readers,
            NamedClock clocks,
            HelpLetters help,
            CaseWork work,
            List<ColleagueWords> words,
            CorrespondenceProperties properties,
            Clock clock) {
        this.readers = readers;
        this.clocks = clocks;
        this.help = help;
        this.work = work;
        this.words = words;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param to {@code owner}, {@code worker}, {@code person:} with a user id behind, or the id of a group
     * @param desk the group that works on cases of this kind while nobody owns them
     * @param about what letters about this kind of case say besides, in the colleagues' language
     */
    public List<Addressee> of(
            String caseNumber,
            String to,
            String desk,
            LetterVariables seen,
            Function<Wording, Map<String, @Nullable Object>> about) {
        Wording wording = Wording.in(properties.staffLanguage(), clock.getZone());
        return readers.of(caseNumber, to, desk, seen).stream()
                .map(reader -> addressee(caseNumber, seen, wording, reader, about.apply(wording)))
                .toList();
    }

    /** Whoever owns the case, or is about to. */
    public Optional<Person> owner(String caseNumber, LetterVariables seen) {
        return readers.owner(caseNumber, seen);
    }

    private Addressee addressee(
            String caseNumber,
            LetterVariables seen,
            Wording wording,
            LetterReaders.Reader reader,
            Map<String, @Nullable Object> about) {
        Map<String, Object> model = new HashMap<>(about);
        model.putAll(clocks.about(caseNumber, seen, wording));
        model.putAll(help.about(caseNumber, seen, wording));
        words.forEach(more -> model.putAll(more.about(caseNumber, seen, wording)));
        model.put("because", reader.because() == null ? null : wording.of("because", reader.because()));
        model.put("taskPath", taskPath(caseNumber, seen.text("clock")));
        model.put("ownersTasks", ownersTasks(caseNumber, seen));
        return new Addressee(
                Wording.oneLine(reader.name()), reader.mail(), properties.staffLanguage(), model, Map.of());
    }

    /** Where the task that hangs on the clock opens, or null when there is none. */
    private @Nullable String taskPath(String caseNumber, @Nullable String clockName) {
        return work.onClock(caseNumber, clockName)
                .map(task -> path(caseNumber, task) + "?clock=" + clockName)
                .orElse(null);
    }

    private List<Map<String, String>> ownersTasks(String caseNumber, LetterVariables seen) {
        return readers.owner(caseNumber, seen)
                .map(owner -> work.of(caseNumber, owner.userId()).stream()
                        .map(task -> Map.of("name", task.getName(), "path", path(caseNumber, task)))
                        .toList())
                .orElse(List.of());
    }

    private static String path(String caseNumber, Task task) {
        return "/cases/" + caseNumber + "/tasks/" + task.getTaskDefinitionKey();
    }
}
