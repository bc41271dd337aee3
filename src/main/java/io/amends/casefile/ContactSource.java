package io.amends.casefile;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the customer was approached for the case, and when the contact policy said wait or no (L-2). */
@Component
@Order(43)
class ContactSource implements TimelineSource {

    private final CaseContacts contacts;

    ContactSource(CaseContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return contacts.of(run.file().number()).stream()
                .map(it -> TimelineEntry.of(it.at(), it.who(), TimelineEntry.Kind.EVENT, it.what()))
                .toList();
    }
}
