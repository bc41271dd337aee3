package io.amends.customerreply;

import io.amends.casefile.CaseFiles;
import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Works out how long this round waits and which letter it sends; closes the case as unanswered when the table says so (K-14). */
@Component
class PlanRoundDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Clock clock;

    PlanRoundDelegate(CaseFiles cases, CaseClocks clocks, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int round = ReplyProcess.ROUND.get(execution).intValue();
        if (round == 0) {
            ReplyProcess.ASKED_AT.set(execution, Date.from(clock.instant()));
        }
        ReplyProcess.WAIT_UNTIL.set(execution, Date.from(waitUntil(execution)));
        ReplyProcess.LETTER.set(
                execution, round == 0 ? ReplyProcess.QUESTION.get(execution) : ReplyProcess.REMINDER.get(execution));
        // the moment of asking makes each asking of a case an occurrence of its own, the round each letter of it
        ReplyProcess.OCCURRENCE.set(execution, askedAt(execution).toEpochMilli() + "-" + round);
        ReplyProcess.ROUND.set(execution, round + 1);
        if ("close".equals(ReplyProcess.STEP.get(execution))) {
            clocks.stopAll(execution.getProcessBusinessKey());
            cases.markUnanswered(execution.getProcessBusinessKey());
        }
    }

    private Instant waitUntil(DelegateExecution execution) {
        Budget.Unit unit = Budget.Unit.of(ReplyProcess.WAIT_UNIT.get(execution));
        Instant from = unit == Budget.Unit.BUSINESS_DAYS ? askedAt(execution) : clock.instant();
        return clocks.due(from, new Budget(ReplyProcess.WAIT_AMOUNT.get(execution), unit));
    }

    private static Instant askedAt(DelegateExecution execution) {
        return ReplyProcess.ASKED_AT.get(execution).toInstant();
    }
}
