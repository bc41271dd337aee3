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
    private static final String TEXT = "text-";

    /** What the diagram says in the input {@code approvalOf}, in the version that the task is about. */
    static Approvable of(DelegateTask task) {
        return ApprovalForm.of(task).approvable(task);
    }

    static Approvable messages(int version) {
        return new Approvable(MESSAGES, version);
    }

    /**
     * A draft of one of the texts.
     *
     * @param place of the way among those chosen, from 0
     */
    static Approvable text(int messageVersion, int place, int draft) {
        return new Approvable(TEXT + messageVersion + "-" + place, draft);
    }

    static Approvable statement(int version) {
        return new Approvable(STATEMENT, version);
    }
}
