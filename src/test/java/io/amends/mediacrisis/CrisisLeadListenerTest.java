package io.amends.mediacrisis;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.amends.callout.CallOuts;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who approves as crisis lead (M-9). */
class CrisisLeadListenerTest {

    private static final String CASE = "MCR-2026-000007";

    private final CallOuts callOuts = mock(CallOuts.class);
    private final DelegateTask task = mock(DelegateTask.class, RETURNS_DEEP_STUBS);
    private final CrisisLeadListener listener = new CrisisLeadListener(callOuts);

    @BeforeEach
    void aStatementOfTheMediaDesk() {
        when(task.getExecution().getProcessBusinessKey()).thenReturn(CASE);
        when(task.hasVariable("proposer")).thenReturn(true);
        when(task.getVariable("proposer")).thenReturn("media");
    }

    @Test
    void whoever_answered_the_call_out_as_crisis_lead_approves() {
        answered("crisis-lead", "manager");
        answered("director", "director");
        listener.notify(task);
        verify(task).setAssignee("manager");
    }

    @Test
    void the_crisis_lead_who_is_the_director_on_call_too_leaves_it_to_another_senior() {
        answered("crisis-lead", "director");
        answered("director", "director");
        listener.notify(task);
        verify(task, never()).setAssignee(anyString());
    }

    @Test
    void the_crisis_lead_who_wrote_it_leaves_it_to_another_senior() {
        answered("crisis-lead", "media");
        listener.notify(task);
        verify(task, never()).setAssignee(anyString());
    }

    private void answered(String role, String who) {
        when(callOuts.answeredBy(CASE, role)).thenReturn(Optional.of(who));
    }
}
