package io.amends.inbox;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps a mail that belongs nowhere, with the reason that somebody gave. */
@Component
class SetMailAsideDelegate implements JavaDelegate {

    private final MailStore store;

    SetMailAsideDelegate(MailStore store) {
        this.store = store;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String note = InboxProcess.ASIDE_NOTE.orElse(execution, "").strip();
        store.settle(
                InboxProcess.MAIL_NUMBER.get(execution),
                MailState.SET_ASIDE,
                null,
                "Set aside: " + InboxProcess.ASIDE_REASON.get(execution) + (note.isEmpty() ? "." : ". " + note));
    }
}
