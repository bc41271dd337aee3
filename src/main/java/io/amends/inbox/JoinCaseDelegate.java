package io.amends.inbox;

import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts a mail to the case that somebody named, as if it had found it by itself. */
@Component
class JoinCaseDelegate implements JavaDelegate {

    private final MailStore store;
    private final Places places;

    JoinCaseDelegate(MailStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Mail mail = store.find(InboxProcess.MAIL_NUMBER.get(execution)).orElseThrow();
        String caseNumber = InboxProcess.JOIN_CASE.get(execution);
        MailTaker taker = places.takerOf(caseNumber)
                .orElseThrow(() -> new FormRefusal(
                        InboxProcess.JOIN_CASE.name(),
                        "is the number of no case; find it by the search for cases, or open a complaint"));
        boolean customersVoice = mail.sender() != null && taker.isParty(caseNumber, mail.sender());
        taker.join(caseNumber, mail.taken(store.text(mail.number()).text()), customersVoice);
        store.settle(mail.number(), MailState.JOINED, caseNumber, "Somebody put it to this case.");
    }
}
