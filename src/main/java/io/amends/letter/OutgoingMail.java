package io.amends.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail that keeps its Message-ID however often it is sent, and knows whether all of it went over the line. */
class OutgoingMail extends SMTPMessage {

    private final String messageId;
    private boolean handedOver;

    OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** True from its last byte on: from then on only the server's answer says whether it was taken. */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        handedOver = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
