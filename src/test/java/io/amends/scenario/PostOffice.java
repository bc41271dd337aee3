package io.amends.scenario;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real SMTP server that lives as long as the tests, and the mail that arrived there. */
class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int PORT;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+(/r/[A-Za-z0-9_-]+)");

    private static GreenMail server = at(0);

    static {
        PORT = server.getSmtp().getPort();
    }

    /** Where it is, for another server to stand in its place while it is closed. */
    static int port() {
        return PORT;
    }

    /** Nobody answers any more. */
    static void closes() {
        server.stop();
    }

    /** Mail is taken again, at the same place; what had arrived before is gone. */
    static void opens() {
        if (!server.isRunning()) {
            server = at(PORT);
        }
    }

    private static GreenMail at(int port) {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + PORT)
                .applyTo(context);
    }

    /** Subjects of the mail that arrived for an address, oldest first. */
    static List<String> subjectsFor(String address) {
        return mailFor(address).stream().map(PostOffice::subject).toList();
    }

    static List<MimeMessage> mailFor(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    /** Paths of all links in the newest mail for an address. */
    static List<String> linksInLastMailFor(String address) {
        List<MimeMessage> mail = mailFor(address);
        Matcher matcher = LINK.matcher(text(mail.get(mail.size() - 1)));
        return matcher.results().map(link -> link.group(1)).distinct().toList();
    }

    static String text(MimeMessage mail) {
        try {
            return text(mail.getContent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object content) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                all.append(text(part.getContent())).append('\n');
            }
            return all.toString();
        }
        return String.valueOf(content);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipients(MimeMessage mail) {
        try {
            Address[] all = mail.getAllRecipients();
            return all == null ? "" : GreenMailUtil.getAddressList(all);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
