package io.amends.casefile;

import io.amends.web.Downloads;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Mails of a case in words. */
@Component
class MailLines {

    private final CaseMail mail;
    private final PlainTime time;

    MailLines(CaseMail mail, PlainTime time) {
        this.mail = mail;
        this.time = time;
    }

    List<CasePage.Mail> of(String caseNumber) {
        return mail.of(caseNumber).stream().map(this::line).toList();
    }

    private CasePage.Mail line(CaseMail.Received it) {
        return new CasePage.Mail(
                it.number(),
                it.from(),
                it.subject().isBlank() ? "(no subject)" : it.subject(),
                time.moment(it.receivedAt()),
                it.kind(),
                it.how(),
                it.unread(),
                it.text(),
                it.quoted(),
                it.files().stream().map(MailLines::file).toList());
    }

    private static CasePage.MailFile file(CaseMail.File it) {
        boolean kept = it.leftOut() == null;
        return new CasePage.MailFile(
                it.nr(),
                it.name(),
                Words.size(it.size()),
                kept,
                Objects.requireNonNullElse(it.leftOut(), ""),
                kept && Downloads.picture(it.type()));
    }
}
