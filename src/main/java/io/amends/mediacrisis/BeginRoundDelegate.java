package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a round of watching; how long it lasts the table {@code watch-rhythm} says (M-12). */
@Component
class BeginRoundDelegate implements JavaDelegate {

    private final CoverageRounds rounds;
    private final Clock clock;

    BeginRoundDelegate(CoverageRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofHours(WatchProcess.ROUND_HOURS.get(execution)));
        MediaCrisisProcess.ROUND.set(execution, rounds.begin(execution.getProcessBusinessKey(), now, until));
        WatchProcess.ROUND_UNTIL.set(execution, Date.from(until));
    }
}
