package io.amends.letter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

class SendLetterDelegateTest {

    private final Letters letters = mock(Letters.class);
    private final DelegateExecution execution = mock(DelegateExecution.class);
    private final SendLetterDelegate delegate = new SendLetterDelegate(letters);

    @Test
    void a_letter_goes_to_the_customer_for_the_first_time_unless_the_diagram_says_otherwise() {
        Map<String, Object> variables = Map.of("amount", 5);
        when(execution.getProcessBusinessKey()).thenReturn("CMP-2026-000042");
        when(execution.getVariableLocal("letter")).thenReturn("proposal");
        when(execution.getVariables()).thenReturn(variables);
        delegate.execute(execution);
        verify(letters).write("CMP-2026-000042", "proposal", "customer", "1", variables);

        when(execution.getVariableLocal("to")).thenReturn("team-leads");
        when(execution.getVariableLocal("occurrence")).thenReturn(3);
        delegate.execute(execution);
        verify(letters).write("CMP-2026-000042", "proposal", "team-leads", "3", variables);
    }

    @Test
    void a_send_task_without_a_letter_is_named() {
        when(execution.getCurrentActivityId()).thenReturn("Task_SendProposal");
        assertThatThrownBy(() -> delegate.execute(execution))
                .hasMessage("The send task Task_SendProposal needs the input 'letter'");
    }
}
