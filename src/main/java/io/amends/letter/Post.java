package io.amends.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server for a round of letters; opened when the first one leaves. */
class Post implements AutoCloseable {

    private final JavaMailSenderImpl server;
    private @Nullable Transport transport;
    private @Nullable Unreachable unreachable;

    Post(JavaMailSenderImpl server) {
        this.server = server;
    }

    /** The server cannot be reached or does not let us in: says nothing about any one letter. */
    static class Unreachable extends MessagingException {
        Unreachable(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    Session session() {
        return server.getSession();
    }

    void send(OutgoingMail mail) throws MessagingException {
        Transport open = connected();
        try {
            open.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            drop();
            throw e;
        }
    }

    @Override
    public void close() {
        drop();
    }

    private Transport connected() throws MessagingException {
        if (unreachable != null) {
            throw unreachable;
        }
        if (transport == null || !transport.isConnected()) {
            transport = connect();
        }
        return transport;
    }

    private Transport connect() throws Unreachable {
        try {
            Transport opened = session().getTransport(Objects.requireNonNullElse(server.getProtocol(), "smtp"));
            opened.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return opened;
        } catch (MessagingException e) {
            unreachable = new Unreachable(e);
            throw unreachable;
        }
    }

    private void drop() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // what was sent is sent; the next letter opens a new connection
            }
            transport = null;
        }
    }
}
