package io.amends.mediacrisis;

import io.amends.modeling.Variable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The forms by which something is approved or sent back (M-8, M-9); the input {@code approvalOf} of a task says which one it is. */
enum ApprovalForm {
    STATEMENT(Approvable.STATEMENT, "statementDecision", "statementReason", MediaCrisisProcess.STATEMENT_VERSION),
    MESSAGES(Approvable.MESSAGES, "messagesDecision", "sendBackReason", MediaCrisisProcess.MESSAGE_VERSION),
    TEXT("text", "textDecision", "textReason", SpeakProcess.TEXT_DRAFT) {
        @Override
        Approvable approvable(UnaryOperator<String> variables) {
            return Approvable.text(
                    number(variables, MediaCrisisProcess.MESSAGE_VERSION),
                    number(variables, SpeakProcess.WAY_INDEX),
                    number(variables, SpeakProcess.TEXT_DRAFT));
        }
    };

    static final Variable<String> APPROVAL_OF = Variable.of("approvalOf", String.class);

    private final String code;
    private final String decision;
    private final String reason;
    private final String version;

    ApprovalForm(String code, String decision, String reason, Variable<Integer> version) {
        this.code = code;
        this.decision = decision;
        this.reason = reason;
        this.version = version.name();
    }

    static ApprovalForm of(DelegateTask task) {
        return of(APPROVAL_OF.get(task));
    }

    static ApprovalForm of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody approves '" + code + "'"));
    }

    /** What the task is about, in the version that waits. */
    Approvable approvable(DelegateTask task) {
        return approvable(name -> String.valueOf(task.getVariable(name)));
    }

    /** @param variables the value of each of the task's variables, as text */
    Approvable approvable(UnaryOperator<String> variables) {
        return new Approvable(code, Integer.parseInt(Objects.requireNonNull(variables.apply(version))));
    }

    private static int number(UnaryOperator<String> variables, Variable<Integer> variable) {
        return Integer.parseInt(Objects.requireNonNull(variables.apply(variable.name())));
    }

    /** Field with the yes or no. */
    String decision() {
        return decision;
    }

    /** Field that says why not. */
    String reason() {
        return reason;
    }
}
