package io.amends.inbox;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredMails implements Mails {

    private final MailStore store;

    StoredMails(MailStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TakenMail> find(String number) {
        return store.find(number).map(mail -> mail.taken(store.text(number).text()));
    }
}
