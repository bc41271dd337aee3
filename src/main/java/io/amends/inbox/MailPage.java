package io.amends.inbox;

import io.amends.web.ListPlace;
import java.util.List;

/** One page of mails, newest first. */
record MailPage(List<Mail> mails, boolean more) {

    /** Where the next page goes on; see {@link MailQuery#after}. */
    String last() {
        if (mails.isEmpty()) {
            return "";
        }
        Mail mail = mails.get(mails.size() - 1);
        return new ListPlace(mail.receivedAt(), mail.number()).toString();
    }
}
