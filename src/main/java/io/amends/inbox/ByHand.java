package io.amends.inbox;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Hands a mail to a person, so that none is lost (T-3). */
@Component
class ByHand {

    private static final int PRIORITY = 50;

    private final MailStore store;
    private final RuntimeService runtime;

    ByHand(MailStore store, RuntimeService runtime) {
        this.store = store;
        this.runtime = runtime;
    }

    /** @param why as a sentence */
    void sort(Mail mail, String why) {
        store.settle(mail.number(), MailState.TO_SORT, null, why);
        runtime.createProcessInstanceByKey(InboxProcess.SORT_MAIL)
                .businessKey(mail.number())
                .setVariable(InboxProcess.MAIL_NUMBER.name(), mail.number())
                .setVariable(InboxProcess.PRIORITY.name(), PRIORITY)
                .execute();
    }
}
