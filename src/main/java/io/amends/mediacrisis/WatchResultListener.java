package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps with the round what followed from it (M-13). */
@Component
class WatchResultListener implements ExecutionListener {

    private final CoverageRounds rounds;

    WatchResultListener(CoverageRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void notify(DelegateExecution execution) {
        rounds.result(
                execution.getProcessBusinessKey(),
                MediaCrisisProcess.ROUND.get(execution),
                MediaCrisisProcess.WATCH_RESULT.get(execution));
    }
}
