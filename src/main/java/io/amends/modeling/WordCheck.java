package io.amends.modeling;

/** Looks at words for the customer whenever somebody completes a task, by whatever door. */
public interface WordCheck {

    /**
     * Called when the form's own checks have passed and before anything is changed.
     *
     * @throws FormRefusal when the words should be thought over first
     */
    void look(CustomerWords words);

    /** Called in the transaction that completes the task, when it has been completed. */
    void said(CustomerWords words);
}
