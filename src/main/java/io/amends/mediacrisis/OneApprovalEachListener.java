package io.amends.mediacrisis;

import io.amends.casefile.Words;
import io.amends.clock.CaseClocks;
import io.amends.mediacrisis.CrisisApprovals.Approval;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Legal, crisis lead and director are different people: whoever approved as one of them does not approve as another (M-9). */
@Component
class OneApprovalEachListener implements TaskListener {

    private final CrisisApprovals approvals;
    private final CaseClocks clocks;
    private final TaskDoer doer;
    private final People people;

    OneApprovalEachListener(CrisisApprovals approvals, CaseClocks clocks, TaskDoer doer, People people) {
        this.approvals = approvals;
        this.clocks = clocks;
        this.doer = doer;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        boolean completes = EVENTNAME_COMPLETE.equals(task.getEventName());
        if (completes) {
            // of two who decide at the same moment the second sees the first
            clocks.hold(caseNumber);
        }
        Approvable what = Approvable.of(task);
        String role = CrisisApprovalListener.ROLE.get(task);
        Stream.of(task.getAssignee(), completes ? doer.of(task) : null)
                .filter(Objects::nonNull)
                .flatMap(person -> approvals.decidedOtherwise(caseNumber, what, role, person).stream())
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void refuse(Approval decided) {
        String who = Objects.requireNonNull(decided.decidedBy());
        throw new FormRefusal(
                "assignee",
                "must be somebody else: " + people.person(who).map(Person::name).orElse(who) + " has decided as "
                        + Words.label(decided.role()).toLowerCase(Locale.ROOT)
                        + " already, and nobody gives two of the approvals");
    }
}
