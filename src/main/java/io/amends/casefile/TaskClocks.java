package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What presses on the tasks of a list: one look at the tasks, one at their cases, one at the clocks, however many there are. */
@Service
class TaskClocks {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String OWN = "task";

    private final TaskService tasks;
    private final CaseEngine engine;
    private final CaseClocks clocks;
    private final PlainTime time;
    private final Clock clock;

    TaskClocks(TaskService tasks, CaseEngine engine, CaseClocks clocks, PlainTime time, Clock clock) {
        this.tasks = tasks;
        this.engine = engine;
        this.clocks = clocks;
        this.time = time;
        this.clock = clock;
    }

    /** The lines of those of the tasks that whoever is signed in may read, in the order asked for; the engine leaves out the others. */
    List<TaskClock> of(List<String> taskIds, Locale language) {
        Map<String, Task> readable =
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).listPage(0, taskIds.size()).stream()
                        .collect(Collectors.toMap(Task::getId, Function.identity()));
        Map<String, String> cases = engine.casesOf(
                readable.values().stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        Map<String, CaseClock> nearest = nearest(cases.values());
        Instant now = clock.instant();
        return taskIds.stream()
                .distinct()
                .map(readable::get)
                .filter(Objects::nonNull)
                .flatMap(task -> lines(task, nearest.get(cases.get(task.getProcessInstanceId())), now, language))
                .toList();
    }

    private Map<String, CaseClock> nearest(Collection<String> caseNumbers) {
        return clocks.nearest(caseNumbers).stream()
                .collect(Collectors.toMap(CaseClock::caseNumber, Function.identity()));
    }

    private Stream<TaskClock> lines(Task task, @Nullable CaseClock nearest, Instant now, Locale language) {
        return Stream.concat(
                Stream.ofNullable(nearest).map(it -> {
                    String stands = ClockWords.of(it, now, time, language);
                    return new TaskClock(
                            task.getId(),
                            it.name(),
                            line(TimeWords.in(language).clock(it.rule()), stands, language),
                            ClockWords.tone(it, now),
                            it.pausedSince() == null ? it.due() : null);
                }),
                ownDue(task, nearest).map(due -> {
                    String stands = ClockWords.of(due, now, time, language);
                    return new TaskClock(
                            task.getId(),
                            OWN,
                            line(TimeWords.in(language).clock(OWN), stands, language),
                            ClockWords.tone(due, now),
                            due);
                }));
    }

    /** The due date of the task, unless the clock of the case says the same. */
    private static Stream<Instant> ownDue(Task task, @Nullable CaseClock nearest) {
        return Stream.ofNullable(task.getDueDate())
                .map(Date::toInstant)
                .filter(due -> nearest == null
                        || Duration.between(due, nearest.due()).abs().compareTo(MINUTE) >= 0);
    }

    private static String line(String name, String stands, Locale language) {
        return TimeWords.in(language).say("stands", name, stands);
    }
}
