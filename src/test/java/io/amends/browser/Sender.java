package io.amends.browser;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Properties;

/** Somebody who writes to the house with a mail program. */
record Sender(String name, String address, int smtpPort) {

    private static final String HOUSE = "service@amends.example";

    /** A photograph and not a word, as telephones send it. */
    void sendsPicture(String fileName, byte[] png) throws MessagingException, UnsupportedEncodingException {
        MimeBodyPart picture = new MimeBodyPart();
        picture.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        picture.setFileName(fileName);
        MimeMessage mail = mail("");
        mail.setContent(new MimeMultipart(picture));
        Transport.send(mail);
    }

    /** Presses "answer" on the letter with that Message-ID. */
    void answers(String messageId, String subject, String text)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = mail("Re: " + subject);
        mail.setHeader("In-Reply-To", messageId);
        mail.setText(text, "utf-8");
        Transport.send(mail);
    }

    private MimeMessage mail(String subject) throws MessagingException, UnsupportedEncodingException {
        Properties server = new Properties();
        server.put("mail.smtp.host", "127.0.0.1");
        server.put("mail.smtp.port", Integer.toString(smtpPort));
        MimeMessage mail = new MimeMessage(Session.getInstance(server));
        mail.setFrom(new InternetAddress(address, name));
        mail.setRecipients(Message.RecipientType.TO, HOUSE);
        mail.setSubject(subject, "utf-8");
        return mail;
    }
}
