package io.amends.mediacrisis;

import io.amends.modeling.AsTheHouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Hands what people report to the process of the crisis that waits for it. */
@Component
class CrisisVoice {

    private final RuntimeService runtime;
    private final AsTheHouse house;

    CrisisVoice(RuntimeService runtime, AsTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    boolean awaits(String caseNumber, String message) {
        return !waiting(caseNumber, message).isEmpty();
    }

    /** The numbers of those wrong reports whose correction is waited for. */
    List<Long> awaitedCorrections(String caseNumber) {
        return waiting(caseNumber, MediaCrisisProcess.REPORT_CORRECTED).stream()
                .flatMap(execution -> reportOf(execution).stream())
                .distinct()
                .toList();
    }

    /**
     * Begins what the case does beside its main line, with facts of its own.
     *
     * @return whether the case waited for it
     */
    boolean begin(String caseNumber, String message, Map<String, Object> facts) {
        return waiting(caseNumber, message).stream()
                .findFirst()
                .map(execution -> tell(() -> runtime.createMessageCorrelation(message)
                        .processInstanceId(execution.getProcessInstanceId())
                        .setVariablesToTriggeredScope(facts)
                        .correlate()))
                .orElse(false);
    }

    /** @return whether that correction was waited for */
    boolean corrected(String caseNumber, long wrongReport) {
        return waiting(caseNumber, MediaCrisisProcess.REPORT_CORRECTED).stream()
                .filter(execution ->
                        reportOf(execution).filter(id -> id == wrongReport).isPresent())
                .findFirst()
                .map(execution -> tell(
                        () -> runtime.messageEventReceived(MediaCrisisProcess.REPORT_CORRECTED, execution.getId())))
                .orElse(false);
    }

    /** @throws OptimisticLockingFailureException when the case moved on at this very moment; the same again will do */
    private boolean tell(Runnable message) {
        try {
            return house.run(() -> {
                message.run();
                return true;
            });
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case moved on meanwhile", e);
        }
    }

    private List<Execution> waiting(String caseNumber, String message) {
        return house.run(() -> runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(message)
                .list());
    }

    private Optional<Long> reportOf(Execution execution) {
        return house.run(() -> Optional.ofNullable(
                (Long) runtime.getVariable(execution.getId(), WrongReportProcess.WRONG_REPORT_ID.name())));
    }
}
