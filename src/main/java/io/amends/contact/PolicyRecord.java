package io.amends.contact;

import io.amends.casefile.CaseContacts;
import io.amends.casefile.PlainTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the record of a case when its customer was approached for it, and when the policy said wait or no (A-1, L-2). */
@Component
class PolicyRecord implements CaseContacts {

    private final ContactLog contacts;
    private final SkipLog skips;
    private final PlainTime time;

    PolicyRecord(ContactLog contacts, SkipLog skips, PlainTime time) {
        this.contacts = contacts;
        this.skips = skips;
        this.time = time;
    }

    @Override
    public List<Contact> of(String caseNumber) {
        Stream<Contact> made = contacts.ofCase(caseNumber).stream()
                .filter(contact -> contact.letterId() == null)
                .map(contact -> new Contact(
                        contact.at(),
                        contact.who(),
                        "Contact with the customer by " + Channel.words(contact.channel()) + ": " + contact.what()));
        Stream<Contact> notMade = skips.ofCase(caseNumber).stream().map(this::skip);
        return Stream.concat(made, notMade)
                .sorted(Comparator.comparing(Contact::at))
                .toList();
    }

    private Contact skip(SkipLog.SkipRow skip) {
        String until = skip.askAgainAt() == null ? "" : ", asks again " + time.moment(skip.askAgainAt());
        return new Contact(skip.at(), null, "Did not contact the customer: " + SkipWords.of(skip.reason()) + until);
    }
}
