package io.amends.handover;

import io.amends.modeling.AsTheHouse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who has which open task of a case, with what this transaction changed of it and the engine has not written yet. */
@Component
class CaseDesk {

    private static final Set<String> HANDOVER =
            Set.of(HandoverProcess.CHOOSE_NEW_OWNER, HandoverProcess.AGREE_TO_TAKE_OVER);
    private static final Set<String> ENDS = Set.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE);

    private final TaskService tasks;
    private final AsTheHouse house;

    CaseDesk(TaskService tasks, AsTheHouse house) {
        this.tasks = tasks;
        this.house = house;
    }

    /** Keeps what becomes of a task until the transaction is over. */
    void note(DelegateTask task) {
        Unwritten.ofThisTransaction()
                .put(
                        task.getId(),
                        new Sheet(
                                task.getExecution().getProcessBusinessKey(),
                                task.getTaskDefinitionKey(),
                                task.getAssignee(),
                                !ENDS.contains(task.getEventName())));
    }

    /** Whether this person has open work on the case, and nobody is asked yet to take it over. */
    boolean hasWork(String caseNumber, String userId) {
        Collection<Sheet> open = open(caseNumber);
        return open.stream().anyMatch(sheet -> userId.equals(sheet.assignee()))
                && open.stream().noneMatch(sheet -> HANDOVER.contains(sheet.kind()));
    }

    private Collection<Sheet> open(String caseNumber) {
        Map<String, Sheet> sheets = new HashMap<>();
        house.run(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .forEach(task -> sheets.put(
                        task.getId(), new Sheet(caseNumber, task.getTaskDefinitionKey(), task.getAssignee(), true)));
        Unwritten.ofThisTransaction().forEach((id, sheet) -> {
            if (caseNumber.equals(sheet.caseNumber())) {
                sheets.put(id, sheet);
            }
        });
        sheets.values().removeIf(sheet -> !sheet.open());
        return sheets.values();
    }

    /**
     * A task at one moment.
     *
     * @param kind its id in the diagram
     */
    private record Sheet(
            @Nullable String caseNumber,
            String kind,
            @Nullable String assignee,
            boolean open) {}

    /** Tasks that changed in a transaction, by id; forgotten with it. */
    private static final class Unwritten implements TransactionSynchronization {

        private final Map<String, Sheet> sheets = new HashMap<>();

        static Map<String, Sheet> ofThisTransaction() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return new HashMap<>();
            }
            for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
                if (known instanceof Unwritten unwritten) {
                    return unwritten.sheets;
                }
            }
            Unwritten fresh = new Unwritten();
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh.sheets;
        }
    }
}
