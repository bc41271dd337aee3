package io.amends.letter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a mail of a letter; the same letter always makes the same mail. */
@Component
class MailWriter {

    private final LetterProperties properties;
    private final LetterLedger ledger;
    private final LinkLedger links;

    MailWriter(LetterProperties properties, LetterLedger ledger, LinkLedger links) {
        this.properties = properties;
        this.ledger = ledger;
        this.links = links;
    }

    /** @throws jakarta.mail.internet.AddressException when the recipient's address is none */
    OutgoingMail write(DueLetter letter, Session session) throws MessagingException {
        Map<String, String> urls = urls(letter);
        OutgoingMail mail = new OutgoingMail(session, letter.messageId());
        mail.setEnvelopeFrom(properties.bounceAddress(letter.id()));
        mail.setFrom(from(letter));
        mail.setReplyTo(new InternetAddress[] {new InternetAddress(properties.replyTo(letter.caseNumber()))});
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        mail.setSubject(letter.subject(), "UTF-8");
        mail.setSentDate(Date.from(letter.queuedAt()));
        mail.setContentLanguage(new String[] {letter.language()});
        // two ways to say the same to machines: do not answer; no Precedence, for this is no mail to many
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        thread(letter, mail);
        mail.setContent(new TextAndPage(
                letter.id(),
                part(LinkPlaceholders.fill(letter.text(), urls), "plain"),
                part(LinkPlaceholders.fill(letter.html(), urls), "html")));
        mail.saveChanges();
        return mail;
    }

    /** Mail programs show the letters of a case together. */
    private void thread(DueLetter letter, OutgoingMail mail) throws MessagingException {
        List<String> earlier = ledger.messageIdsBefore(letter);
        if (!earlier.isEmpty()) {
            mail.setHeader("References", String.join("\r\n ", earlier));
        }
    }

    private Map<String, String> urls(DueLetter letter) {
        Map<String, String> urls = new HashMap<>();
        links.tokens(letter.id())
                .forEach((purpose, token) -> urls.put(purpose.name(), properties.publicBase() + "/r/" + token));
        return urls;
    }

    private InternetAddress from(DueLetter letter) {
        String name = letter.toMedia() ? properties.pressName() : properties.fromName();
        try {
            return new InternetAddress(properties.from(), name, "UTF-8");
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

    /** Its boundary is always the letter's; the usual one is made of chance and time. */
    private static final class TextAndPage extends MimeMultipart {

        TextAndPage(UUID letterId, MimeBodyPart text, MimeBodyPart page) throws MessagingException {
            super("alternative", text, page);
            ContentType type = new ContentType(contentType);
            // quoted-printable never makes "=_"
            type.setParameter("boundary", "=_" + letterId);
            contentType = type.toString();
        }
    }
}
