package io.amends.inbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;

/**
 * What a message that was taken in carries: a keyword of our own, else, on a server that knows none, {@code \Flagged}.
 * Never {@code \Seen} alone: somebody who reads the mailbox with a mail program would hide mail from us.
 */
final class TakenMark {

    static final String KEYWORD = "AmendsTaken";

    private TakenMark() {}

    static Flags in(Folder folder) {
        Flags permanent = folder.getPermanentFlags();
        return permanent != null && permanent.contains(Flags.Flag.USER)
                ? new Flags(KEYWORD)
                : new Flags(Flags.Flag.FLAGGED);
    }

    /** Also marks it as read, for people who look into the mailbox. */
    static void set(Message message) throws MessagingException {
        Flags flags = in(message.getFolder());
        flags.add(Flags.Flag.SEEN);
        message.setFlags(flags, true);
    }
}
