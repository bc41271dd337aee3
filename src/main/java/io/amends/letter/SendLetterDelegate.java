package io.amends.letter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Behind every send task: its inputs name the letter, whom it is for and which occurrence it is. */
@Component
class SendLetterDelegate implements JavaDelegate {

    static final String LETTER = "letter";
    static final String TO = "to";
    static final String OCCURRENCE = "occurrence";
    private static final String FIRST = "1";

    private final Letters letters;

    SendLetterDelegate(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String letter = input(execution, LETTER);
        if (letter == null) {
            throw new IllegalArgumentException(
                    "The send task " + execution.getCurrentActivityId() + " needs the input '" + LETTER + "'");
        }
        String to = input(execution, TO);
        String occurrence = input(execution, OCCURRENCE);
        letters.write(
                execution.getProcessBusinessKey(),
                letter,
                to == null ? LetterDesk.CUSTOMER : to,
                occurrence == null ? FIRST : occurrence,
                execution.getVariables());
    }

    private static @Nullable String input(DelegateExecution execution, String name) {
        Object value = execution.getVariableLocal(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
