package io.amends.letter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a mail of a letter; the same letter always makes the same mail. */
@Component
class MailWriter {

    private final LetterProperties properties;
    private final LinkLedger links;

    MailWriter(LetterProperties properties, LinkLedger links) {
        this.properties = properties;
        this.links = links;
    }

    /** @throws jakarta.mail.internet.AddressException when the recipient's address is none */
    MimeMessage write(DueLetter letter, Session session) throws MessagingException {
        Map<String, String> urls = urls(letter);
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(from());
        mail.setReplyTo(new InternetAddress[] {new InternetAddress(properties.replyTo(letter.caseNumber()))});
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        mail.setSubject(letter.subject(), "UTF-8");
        mail.setSentDate(Date.from(letter.queuedAt()));
        mail.setContentLanguage(new String[] {letter.language()});
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(new MimeMultipart(
                "alternative",
                part(LinkPlaceholders.fill(letter.text(), urls), "plain"),
                part(LinkPlaceholders.fill(letter.html(), urls), "html")));
        mail.saveChanges();
        mail.setHeader("Message-ID", letter.messageId());
        return mail;
    }

    private Map<String, String> urls(DueLetter letter) {
        Map<String, String> urls = new HashMap<>();
        links.tokens(letter.id())
                .forEach((purpose, token) -> urls.put(purpose.name(), properties.publicBase() + "/r/" + token));
        return urls;
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(properties.from(), properties.fromName(), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("This Java has no UTF-8", e);
        }
    }

    private static MimeBodyPart part(String body, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, "UTF-8", subtype);
        // readable in the source whatever the language, where the default would be base64 for Chinese
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
