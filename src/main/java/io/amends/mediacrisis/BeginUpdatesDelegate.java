package io.amends.mediacrisis;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.mediacrisis.Statements.Statement;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The holding statement is out, or by decision kept ready while nobody of the media knows: its clock is met, and the one until we speak next begins (M-4, M-14). */
@Component
class BeginUpdatesDelegate implements JavaDelegate {

    private final Statements statements;
    private final MediaCrisisTable crises;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Clock clock;

    BeginUpdatesDelegate(
            Statements statements, MediaCrisisTable crises, CaseFiles cases, CaseClocks clocks, Clock clock) {
        this.statements = statements;
        this.crises = crises;
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Instant now = clock.instant();
        Statement statement = statements.last(caseNumber, Statements.HOLDING).orElseThrow();
        String crisis = cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no process"));
        clocks.meet(caseNumber, MediaCrisisProcess.HOLDING_STATEMENT);
        statements.released(caseNumber, Statements.HOLDING, statement.version(), now);
        crises.holdingReleased(caseNumber, now, statement.nextWordAt());
        // the main process hears when it is due
        clocks.start(new ClockStart(
                caseNumber, MediaCrisisProcess.PUBLIC_UPDATE, crisis, null, statement.nextWordAt(), now));
    }
}
