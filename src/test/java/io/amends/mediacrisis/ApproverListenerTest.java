package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.callout.CallOuts;
import io.amends.modeling.AsTheHouse;
import io.amends.modeling.FormRefusal;
import io.amends.staff.People;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides on what the house says (M-9). */
class ApproverListenerTest {

    private static final String CASE = "MCR-2026-000007";

    private final People people = mock(People.class);
    private final CallOuts callOuts = mock(CallOuts.class);
    private final AsTheHouse house = mock(AsTheHouse.class);
    private final DelegateTask task = mock(DelegateTask.class, RETURNS_DEEP_STUBS);
    private final ApproverListener listener = new ApproverListener(people, callOuts, house);

    @BeforeEach
    void anApprovalByLegal() {
        IdentityLink legal = mock(IdentityLink.class);
        when(legal.getGroupId()).thenReturn("legal");
        when(task.getCandidates()).thenReturn(Set.of(legal));
        when(task.getExecution().getProcessBusinessKey()).thenReturn(CASE);
        when(people.groupsOf("legal")).thenReturn(List.of("legal"));
        when(people.groupsOf("admin")).thenReturn(List.of("camunda-admin"));
        when(people.groupsOf("lead")).thenReturn(List.of("team-leads"));
        when(callOuts.answeredBy(anyString(), anyString())).thenReturn(Optional.empty());
        role("legal");
    }

    @Test
    void a_member_of_the_group_decides() {
        completes("legal", "legal");
        assertThatCode(() -> listener.notify(task)).doesNotThrowAnyException();
    }

    @Test
    void an_administrator_cannot_take_the_approval() {
        given(TaskListener.EVENTNAME_ASSIGNMENT, "admin");
        assertThatThrownBy(() -> listener.notify(task))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("must be a member of the group that decides: legal");
    }

    @Test
    void an_administrator_cannot_decide_for_a_member() {
        completes("admin", "legal");
        assertThatThrownBy(() -> listener.notify(task))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("must be whoever completes the task");
    }

    @Test
    void whoever_answered_the_call_out_as_crisis_lead_decides_as_such_and_as_nothing_else() {
        when(callOuts.answeredBy(CASE, "crisis-lead")).thenReturn(Optional.of("lead"));
        completes("lead", "lead");
        assertThatThrownBy(() -> listener.notify(task)).isInstanceOf(FormRefusal.class);
        role("crisis-lead");
        assertThatCode(() -> listener.notify(task)).doesNotThrowAnyException();
    }

    private void role(String role) {
        when(task.hasVariable("approvalRole")).thenReturn(true);
        when(task.getVariable("approvalRole")).thenReturn(role);
    }

    private void completes(String who, String assignee) {
        given(TaskListener.EVENTNAME_COMPLETE, assignee);
        when(house.caller()).thenReturn(Optional.of(who));
    }

    private void given(String event, String assignee) {
        when(task.getEventName()).thenReturn(event);
        when(task.getAssignee()).thenReturn(assignee);
    }
}
