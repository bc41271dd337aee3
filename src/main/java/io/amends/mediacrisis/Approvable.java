package io.amends.mediacrisis;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What is approved before the house says it (M-9).
 *
 * @param subject {@code statement}, {@code messages}, or {@code text-} and which one
 * @param version from 1
 */
record Approvable(String subject, int version) {

    static final String STATEMENT = "statement";
    static final String MESSAGES = "messages";

    /** What the diagram says in the input {@code approvalOf}, in the version that the task is about. */
    static Approvable of(DelegateTask task) {
        return ApprovalForm.of(task).approvable(task);
    }

    static Approvable messages(int version) {
        return new Approvable(MESSAGES, version);
    }

    static Approvable statement(int version) {
        return new Approvable(STATEMENT, version);
    }
}
