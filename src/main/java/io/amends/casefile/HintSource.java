package io.amends.casefile;

import io.amends.tone.Hint;
import io.amends.tone.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff were told about their words before the customer read them, and what they made of it (T-2). */
@Component
@Order(8)
class HintSource implements TimelineSource {

    private final Hints hints;

    HintSource(Hints hints) {
        this.hints = hints;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return hints.of(run.file().number()).stream()
                .flatMap(hint -> entries(run, hint))
                .toList();
    }

    private static Stream<TimelineEntry> entries(CaseRun run, Hint hint) {
        List<TimelineEntry> entries = new ArrayList<>();
        entries.add(TimelineEntry.of(hint.shownAt(), hint.userId(), TimelineEntry.Kind.TASK, "Got a hint on words")
                .with(hint.words().stream()
                        .map(word ->
                                new TimelineEntry.Detail(word.label(), word.found() + ", rather: " + word.rather()))
                        .toList()));
        if (hint.answeredAt() != null) {
            entries.add(TimelineEntry.of(hint.answeredAt(), hint.userId(), TimelineEntry.Kind.TASK, choice(hint))
                    .with(hint.words().stream()
                            .map(word -> new TimelineEntry.Detail(
                                    word.found(), Boolean.TRUE.equals(word.kept()) ? "kept" : "changed"))
                            .toList()));
        }
        return entries.stream().map(entry -> place(run, hint.taskId(), entry));
    }

    private static String choice(Hint hint) {
        if (hint.changed()) {
            return "Changed the words after the hint";
        }
        return hint.kept() ? "Kept the words after the hint" : "Changed some of the words after the hint";
    }

    private static TimelineEntry place(CaseRun run, String taskId, TimelineEntry entry) {
        return run.tasks().stream()
                .filter(task -> task.getId().equals(taskId))
                .findFirst()
                .map(task -> entry.in(run.processName(task.getProcessInstanceId()), task.getName())
                        .at(task.getProcessInstanceId(), task.getTaskDefinitionKey()))
                .orElse(entry);
    }
}
