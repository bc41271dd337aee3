package io.amends.inbox;

import io.amends.casefile.CaseMail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails of a case for its page. */
@Component
class InboxCaseMail implements CaseMail {

    private final MailStore store;

    InboxCaseMail(MailStore store) {
        this.store = store;
    }

    @Override
    public boolean knows(String mailNumber) {
        return store.find(mailNumber).isPresent();
    }

    @Override
    public List<Received> of(String caseNumber) {
        return store.ofCase(caseNumber).stream().map(this::received).toList();
    }

    @Override
    public Optional<Content> attachment(String caseNumber, String mailNumber, int nr) {
        return store.find(mailNumber)
                .filter(mail -> caseNumber.equals(mail.caseNumber()))
                .flatMap(mail -> KeptFile.of(store, mailNumber, nr))
                .map(file -> new Content(file.name(), file.type(), file.bytes()));
    }

    private Received received(Mail mail) {
        MailText text = store.text(mail.number());
        return new Received(
                mail.number(),
                mail.receivedAt(),
                MailWords.from(mail),
                mail.subject(),
                mail.kind() == ReadMessage.Kind.PERSON ? "" : MailWords.kind(mail.kind()),
                Objects.requireNonNullElse(mail.how(), ""),
                MailWords.unread(mail),
                text.text(),
                text.quoted(),
                store.attachments(mail.number()).stream()
                        .map(it -> new File(it.nr(), it.name(), it.type(), it.size(), it.leftOut()))
                        .toList());
    }
}
