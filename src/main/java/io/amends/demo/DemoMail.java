package io.amends.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.regex.Pattern;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A mail server in the same process: takes every mail, and any address's mailbox opens with the address as name and password.
 * What is sent to {@code service+anything@} comes to the mailbox of {@code service@}, as it does with mail servers at large.
 */
@Component
@Profile("demo")
class DemoMail implements SmartLifecycle {

    private static final Pattern TAG = Pattern.compile("\\+[^@]*@");
    private static final String HOST = "127.0.0.1";

    private final GreenMail server;

    DemoMail(DemoProperties properties) {
        // without authentication a mailbox is made when it is first opened, also before its first mail
        server = new GreenMail(new ServerSetup[] {
                    new ServerSetup(properties.smtpPort(), HOST, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(properties.imapPort(), HOST, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    @Override
    public void start() {
        try {
            server.start();
            UserManager users = server.getUserManager();
            users.setMessageDeliveryHandler((mail, address) -> mailbox(address.getEmail(), users));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "The demo's mail server cannot start. Is one of its ports taken? Others are set with"
                            + " amends.demo.smtp-port and amends.demo.imap-port.",
                    e);
        }
    }

    private static GreenMailUser mailbox(String address, UserManager users) throws UserException {
        String owner = TAG.matcher(address).replaceFirst("@");
        GreenMailUser known = users.getUserByEmail(owner);
        return known == null ? users.createUser(owner, owner, owner) : known;
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Up before, and down after, whatever sends letters. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
