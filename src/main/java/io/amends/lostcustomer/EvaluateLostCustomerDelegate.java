package io.amends.lostcustomer;

import io.amends.casefile.CaseVariables;
import io.amends.customer.AssumptionTable;
import io.amends.letter.Letters;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Works out how the case ended and whether it was worth it (L-11). */
@Component
class EvaluateLostCustomerDelegate implements JavaDelegate {

    private static final Set<String> NEVER_LEFT = Set.of("no-address", "no-longer-needed", "refused");

    private final LostCustomerTable table;
    private final PurchaseWatch watch;
    private final Letters letters;
    private final AssumptionTable assumptions;

    EvaluateLostCustomerDelegate(
            LostCustomerTable table, PurchaseWatch watch, Letters letters, AssumptionTable assumptions) {
        this.table = table;
        this.watch = watch;
        this.letters = letters;
        this.assumptions = assumptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        LostCustomer lost = looked(table.find(caseNumber).orElseThrow());
        int sent = sent(caseNumber);
        table.evaluate(caseNumber, evaluation(lost, sent).worth(assumptions.current()), sent);
        CaseVariables.OUTCOME.set(
                execution,
                CaseOutcome.of(
                        lost,
                        LostCustomerProcess.DECISION.orElse(execution, ""),
                        LostCustomerProcess.TALK_RESULT.orElse(execution, ""),
                        LostCustomerProcess.OFFER_ANSWER.orElse(execution, ""),
                        CaseOutcome.LEFT_ALONE.equals(LostCustomerProcess.WISH.orElse(execution, ""))));
    }

    /** A watch that was cut short counts what was bought by then. */
    private LostCustomer looked(LostCustomer lost) {
        if (lost.watchedUntil() == null || lost.regained() != null) {
            return lost;
        }
        watch.look(lost.caseNumber());
        return table.find(lost.caseNumber()).orElseThrow();
    }

    private static Evaluation evaluation(LostCustomer lost, int sent) {
        return new Evaluation(
                Boolean.TRUE.equals(lost.regained()),
                Objects.requireNonNullElse(lost.repurchase(), BigDecimal.ZERO),
                lost.confirmedReason() != null,
                Objects.requireNonNullElse(lost.minutes(), 0),
                Objects.requireNonNullElse(lost.offer().amount(), BigDecimal.ZERO),
                "accepted".equals(lost.offer().answer()),
                sent);
    }

    /** Those that leave in a moment count, too. */
    private int sent(String caseNumber) {
        return (int) letters.of(caseNumber).stream()
                .filter(letter -> LostCustomerLetterCheck.TO_CUSTOMERS.contains(letter.letter()))
                .filter(letter -> !NEVER_LEFT.contains(letter.fate()))
                .count();
    }
}
