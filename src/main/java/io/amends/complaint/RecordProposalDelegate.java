package io.amends.complaint;

import io.amends.modeling.JsonLists;
import io.amends.promise.PromiseFields;
import io.amends.promise.Promises;
import io.amends.staff.People;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Numbers the proposal, notes the proposer's role, and drafts the promises that it makes (K-8, K-12). */
@Component
class RecordProposalDelegate implements JavaDelegate {

    private static final List<String> ROLES = List.of("directors", "service-managers", "team-leads");

    private final Promises promises;
    private final People people;

    RecordProposalDelegate(Promises promises, People people) {
        this.promises = promises;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ComplaintProcess.PROPOSER_ROLE.set(execution, role(execution));
        ComplaintProcess.REMEDY_WORDS.set(
                execution, String.join(", ", JsonLists.strings(execution.getVariable("remedies"))));
        ComplaintProcess.PROPOSAL_NUMBER.set(execution, PromiseFields.plan(promises, execution, "proposal", true));
    }

    private String role(DelegateExecution execution) {
        List<String> groups =
                ComplaintProcess.PROPOSER.find(execution).map(people::groupsOf).orElse(List.of());
        return ROLES.stream().filter(groups::contains).findFirst().orElse("service-agents");
    }
}
