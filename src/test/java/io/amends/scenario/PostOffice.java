package io.amends.scenario;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real mail server that lives as long as the tests: what arrived there by SMTP, and the mailbox of the house by IMAP.
 */
class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String HOUSE = "service@amends.example";

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+(/r/[A-Za-z0-9_-]+)");

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    private static GreenMail server = at(0, 0);
    private static final int PORT = server.getSmtp().getPort();
    private static final int IMAP_PORT = server.getImap().getPort();

    /** Where mail is taken, for another server to stand in its place while this one is closed. */
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
            server = at(PORT, IMAP_PORT);
        }
    }

    private static GreenMail at(int smtp, int imap) {
        ServerSetup[] doors = {
            new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        };
        for (ServerSetup door : doors) {
            door.setServerStartupTimeout(STARTS_WITHIN.toMillis());
        }
        GreenMail started = new GreenMail(doors)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        started.start();
        UserManager users = started.getUserManager();
        users.setMessageDeliveryHandler((mail, address) -> mailbox(address.getEmail(), users));
        return started;
    }

    private static GreenMailUser mailbox(String address, UserManager users) throws UserException {
        String owner = address.replaceFirst("\\+[^@]*@", "@");
        GreenMailUser known = users.getUserByEmail(owner);
        return known == null ? users.createUser(owner, owner, owner) : known;
    }

    /** Sends bytes to the house as they are, as a mail server hands them over. */
    static void arrives(byte[] mail, String... recipients) {
        try (Socket line = new Socket("127.0.0.1", PORT);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = line.getOutputStream();
            answers.readLine();
            say(out, answers, "HELO somewhere.example");
            say(out, answers, "MAIL FROM:<somebody@somewhere.example>");
            for (String recipient : recipients) {
                say(out, answers, "RCPT TO:<" + recipient + ">");
            }
            say(out, answers, "DATA");
            String text = new String(mail, StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n");
            out.write(text.replaceAll("(?m)^\\.", "..").getBytes(StandardCharsets.ISO_8859_1));
            say(out, answers, "\r\n.");
            say(out, answers, "QUIT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, BufferedReader answers, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String answer = answers.readLine();
        if (answer == null || !(answer.startsWith("2") || answer.startsWith("354"))) {
            throw new IOException(line + ": " + answer);
        }
    }

    /** How many mails arrived anywhere so far. */
    static int countOfAll() {
        return server.getReceivedMessages().length;
    }

    /** What arrived anywhere, in no order. */
    static List<MimeMessage> mail() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + PORT,
                        "amends.inbox.port=" + IMAP_PORT,
                        "amends.inbox.ssl=false",
                        "amends.inbox.username=" + HOUSE,
                        "amends.inbox.password=" + HOUSE)
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

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recipients(MimeMessage mail) {
        try {
            Address[] all = mail.getAllRecipients();
            return all == null ? "" : GreenMailUtil.getAddressList(all);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
