package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a round before its time because the level changed: nothing but the new level is judged (M-2, M-12). */
@Component
class BreakRoundOffDelegate implements JavaDelegate {

    private final CoverageRounds rounds;
    private final Clock clock;

    BreakRoundOffDelegate(CoverageRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        int round = MediaCrisisProcess.ROUND.get(execution);
        rounds.close(caseNumber, round, clock.instant());
        rounds.result(caseNumber, round, CoverageRound.BROKEN_OFF);
        MediaCrisisProcess.CLEAN_ROUNDS.set(execution, 0);
        MediaCrisisProcess.EMPTY_ROUNDS.set(execution, 0);
    }
}
