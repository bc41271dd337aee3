package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a round and counts the rounds running that were all good, and those that had nothing good (M-13). */
@Component
class CloseRoundDelegate implements JavaDelegate {

    private final CoverageRounds rounds;
    private final CoverageTable coverage;
    private final Clock clock;

    CloseRoundDelegate(CoverageRounds rounds, CoverageTable coverage, Clock clock) {
        this.rounds = rounds;
        this.coverage = coverage;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        int round = MediaCrisisProcess.ROUND.get(execution);
        rounds.close(caseNumber, round, clock.instant());
        coverage.counted(caseNumber, round);
        MediaCrisisProcess.CLEAN_ROUNDS.set(execution, rounds.clean(caseNumber));
        MediaCrisisProcess.EMPTY_ROUNDS.set(execution, rounds.empty(caseNumber));
    }
}
