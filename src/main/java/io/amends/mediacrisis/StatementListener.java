package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.JsonLists;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the statement that was written (M-4): what we know, what we do, when we speak next, and to whom it goes. While nobody of the
 * media is known who could be written to, somebody is chosen or it is said that it is only kept ready.
 */
@Component
class StatementListener implements TaskListener {

    static final String KNOW = "statementKnow";
    static final String DOING = "statementDoing";
    static final String KNOW_ZH = "statementKnowZh";
    static final String DOING_ZH = "statementDoingZh";
    static final String NEXT_WORD_AT = "nextWordAt";
    static final String TO = "statementTo";
    static final String KEPT = "statementKept";

    private final Statements statements;
    private final HoldingStatementLetter letter;
    private final MediaCrisisTable crises;
    private final TaskDoer doer;
    private final Clock clock;

    StatementListener(
            Statements statements, HoldingStatementLetter letter, MediaCrisisTable crises, TaskDoer doer, Clock clock) {
        this.statements = statements;
        this.letter = letter;
        this.crises = crises;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String author = doer.of(task);
        String caseNumber = task.getExecution().getProcessBusinessKey();
        boolean known = !letter.askers(caseNumber).isEmpty();
        boolean kept = !known && Boolean.TRUE.equals(task.getVariable(KEPT));
        List<String> recipients = JsonLists.strings(task.getVariable(TO));
        mustReachSomebody(known, kept, recipients);
        int version = statements.write(
                caseNumber,
                Statements.HOLDING,
                TaskDoer.text(task, KNOW),
                TaskDoer.text(task, DOING),
                chinese(task, KNOW_ZH, DOING_ZH),
                chinese(task, DOING_ZH, KNOW_ZH),
                nextWord(TaskDoer.text(task, NEXT_WORD_AT)),
                kept,
                recipients,
                author,
                clock.instant());
        MediaCrisisProcess.STATEMENT_VERSION.set(task, version);
        MediaCrisisProcess.SENT_BACK.set(task, false);
        task.setVariable(MediaCrisisProcess.PROPOSER.name(), author);
        // who has to approve depends on how bad it is by now (M-9)
        crises.find(caseNumber)
                .map(MediaCrisis::level)
                .ifPresent(level -> MediaCrisisProcess.LEVEL.setIfOther(task, level));
        TaskDoer.forget(task, KNOW, DOING, KNOW_ZH, DOING_ZH, NEXT_WORD_AT, TO, KEPT);
    }

    private void mustReachSomebody(boolean known, boolean kept, List<String> recipients) {
        if (kept && !recipients.isEmpty()) {
            throw new FormRefusal(KEPT, "does not go with people whom it is sent to: one or the other");
        }
        if (!known && !kept && letter.chosen(recipients).isEmpty()) {
            throw new FormRefusal(
                    TO,
                    "must name somebody with a mail address, for nobody of the media has asked who could be written to; or say that it is"
                            + " kept ready");
        }
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
