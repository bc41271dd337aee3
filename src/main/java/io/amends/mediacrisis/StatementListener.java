package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the statement that was written (M-4): what we know, what we do, when we speak next. */
@Component
class StatementListener implements TaskListener {

    static final String KNOW = "statementKnow";
    static final String DOING = "statementDoing";
    static final String KNOW_ZH = "statementKnowZh";
    static final String DOING_ZH = "statementDoingZh";
    static final String NEXT_WORD_AT = "nextWordAt";

    private final Statements statements;
    private final MediaCrisisTable crises;
    private final TaskDoer doer;
    private final Clock clock;

    StatementListener(Statements statements, MediaCrisisTable crises, TaskDoer doer, Clock clock) {
        this.statements = statements;
        this.crises = crises;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String author = doer.of(task);
        String caseNumber = task.getExecution().getProcessBusinessKey();
        int version = statements.write(
                caseNumber,
                Statements.HOLDING,
                TaskDoer.text(task, KNOW),
                TaskDoer.text(task, DOING),
                chinese(task, KNOW_ZH, DOING_ZH),
                chinese(task, DOING_ZH, KNOW_ZH),
                nextWord(TaskDoer.text(task, NEXT_WORD_AT)),
                author,
                clock.instant());
        MediaCrisisProcess.STATEMENT_VERSION.set(task, version);
        MediaCrisisProcess.SENT_BACK.set(task, false);
        task.setVariable(MediaCrisisProcess.PROPOSER.name(), author);
        // who has to approve depends on how bad it is by now (M-9)
        crises.find(caseNumber)
                .map(MediaCrisis::level)
                .ifPresent(level -> MediaCrisisProcess.LEVEL.setIfOther(task, level));
        TaskDoer.forget(task, KNOW, DOING, KNOW_ZH, DOING_ZH, NEXT_WORD_AT);
    }

    /** Both or none, for no letter is a mix of languages. */
    private static @Nullable String chinese(DelegateTask task, String field, String other) {
        String words = TaskDoer.text(task, field);
        if (words.isEmpty() && !TaskDoer.text(task, other).isEmpty()) {
            throw new FormRefusal(field, "is needed, too: a statement is in one language as a whole");
        }
        return words.isEmpty() ? null : words;
    }

    private Instant nextWord(String typed) {
        Instant next = moment(typed);
        if (!next.isAfter(clock.instant())) {
            throw new FormRefusal(NEXT_WORD_AT, "must lie ahead: it is when the public hears from us again");
        }
        return next;
    }

    private Instant moment(String typed) {
        try {
            return Moments.read(typed, clock.getZone());
        } catch (DateTimeException unreadable) {
            throw new FormRefusal(NEXT_WORD_AT, "must be a moment such as 2026-03-04T17:00+01:00");
        }
    }
}
