package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DemoMailTest {

    private DemoProperties properties;
    private DemoMail mail;

    @BeforeEach
    void start() throws IOException {
        properties = new DemoProperties(freePort(), freePort(), false);
        mail = new DemoMail(properties);
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void whatever_leaves_arrives_and_opens_with_the_address() throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(properties.smtpPort());
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("service@amends.example");
        message.setTo("Fang.Wang105@example.net");
        message.setSubject("您的投诉");
        message.setText("text");

        sender.send(message);

        Session session = Session.getInstance(imap());
        try (Store store = session.getStore("imap")) {
            store.connect("fang.wang105@example.net", "fang.wang105@example.net");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessages()).singleElement().satisfies(m -> assertThat(m.getSubject())
                    .isEqualTo("您的投诉"));
        }
    }

    @Test
    void answers_to_the_address_of_a_case_come_to_the_mailbox_of_the_house() throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(properties.smtpPort());
        for (String to : List.of("service@amends.example", "service+CMP-2026-000042@amends.example")) {
            SimpleMailMessage answer = new SimpleMailMessage();
            answer.setFrom("mary@example.org");
            answer.setTo(to);
            answer.setSubject("Re: your complaint");
            answer.setText("Yes.");
            sender.send(answer);
        }

        try (Store store = Session.getInstance(imap()).getStore("imap")) {
            store.connect("service@amends.example", "service@amends.example");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessages()).hasSize(2);
        }
    }

    @Test
    void a_mailbox_opens_before_its_first_mail() throws MessagingException {
        Session session = Session.getInstance(imap());
        try (Store store = session.getStore("imap")) {
            store.connect("lead@amends.example", "lead@amends.example");
            assertThat(store.getFolder("INBOX").getMessageCount()).isZero();
        }
    }

    private Properties imap() {
        Properties settings = new Properties();
        settings.setProperty("mail.imap.host", "127.0.0.1");
        settings.setProperty("mail.imap.port", String.valueOf(properties.imapPort()));
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
