package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.Desk;
import io.amends.letter.LetterNotDelivered;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A letter that could not be delivered becomes a task for the owner, else for the group that works on such cases: nothing is silently dropped (T-1). */
@Component
class ReachOtherwise {

    private static final String PROCESS = "reach-otherwise";
    private static final int PRIORITY = 60;

    private final CaseFiles cases;
    private final RuntimeService runtime;

    ReachOtherwise(CaseFiles cases, RuntimeService runtime) {
        this.cases = cases;
        this.runtime = runtime;
    }

    @EventListener
    void notDelivered(LetterNotDelivered letter) {
        cases.find(letter.caseNumber()).ifPresent(file -> start(file, letter));
    }

    private void start(CaseFile file, LetterNotDelivered letter) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(CaseVariables.CASE_NUMBER.name(), file.number());
        variables.put(CaseVariables.CUSTOMER.name(), file.customerNumber());
        variables.put(CaseVariables.SEVERITY.name(), file.severity());
        variables.put(CaseVariables.OWNER.name(), file.owner());
        variables.put(CaseVariables.DESK.name(), Desk.of(file));
        variables.put(CaseVariables.PRIORITY.name(), PRIORITY);
        variables.put("letterId", letter.letterId());
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(file.number())
                .setVariables(variables)
                .execute();
    }
}
