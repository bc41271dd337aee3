package io.amends.mediacrisis;

import io.amends.mediacrisis.CoverageRound.Answers;
import io.amends.mediacrisis.CoverageRound.Figures;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.modeling.Variable;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps the numbers of a round and the four answers (M-12, M-13). */
@Component
class RecordCoverageListener implements TaskListener {

    private final CoverageRounds rounds;
    private final RoundCheck check;

    RecordCoverageListener(CoverageRounds rounds, RoundCheck check) {
        this.rounds = rounds;
        this.check = check;
    }

    @Override
    public void notify(DelegateTask task) {
        Figures figures = new Figures(
                WatchProcess.COVERAGE_COUNT.get(task),
                WatchProcess.NEGATIVE_COUNT.get(task),
                WatchProcess.ENQUIRY_COUNT.get(task),
                WatchProcess.CARRYING_COUNT.get(task));
        Answers answers = new Answers(
                yes(task, WatchProcess.COVERAGE_STOPPED),
                yes(task, WatchProcess.NEGATIVE_FALLING),
                yes(task, WatchProcess.REPORTERS_GONE),
                yes(task, WatchProcess.MESSAGES_USED));
        String caseNumber = task.getExecution().getProcessBusinessKey();
        int round = MediaCrisisProcess.ROUND.get(task);
        fits(figures, check.findings(caseNumber, round, figures, answers));
        rounds.record(
                caseNumber,
                round,
                figures,
                answers,
                WatchProcess.ROUND_NOTE
                        .find(task)
                        .filter(note -> !note.isBlank())
                        .orElse(null),
                task.getAssignee());
        task.setVariable(WatchProcess.ROUND_NOTE.name(), null);
    }

    private static void fits(Figures figures, List<Finding> contradictions) {
        List<Finding> findings = new ArrayList<>();
        String most = "can be " + figures.coverage() + " at most: so many reports there were";
        if (figures.negative() > figures.coverage()) {
            findings.add(new Finding(WatchProcess.NEGATIVE_COUNT.name(), most, "Of these negative"));
        }
        if (figures.carrying() > figures.coverage()) {
            findings.add(new Finding(WatchProcess.CARRYING_COUNT.name(), most, "Carry a message of ours"));
        }
        findings.addAll(contradictions);
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
    }

    private static boolean yes(DelegateTask task, Variable<String> question) {
        return "yes".equals(question.get(task));
    }
}
