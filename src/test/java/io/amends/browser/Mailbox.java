package io.amends.browser;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a customer finds when they look into their mail. */
record Mailbox(String address, int imapPort) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GLANCE_MILLIS = 250;

    /** Waits for a mail that has a link under these words, and returns the link. */
    String linkUnder(String words) throws MessagingException, IOException, InterruptedException {
        Pattern wanted = Pattern.compile(Pattern.quote(words) + "\\s+(https?://\\S+)");
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> link = find(wanted);
        while (link.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(GLANCE_MILLIS);
            link = find(wanted);
        }
        return link.orElseThrow(() -> new AssertionError("No mail for " + address + " with a link under: " + words));
    }

    private Optional<String> find(Pattern wanted) throws MessagingException, IOException {
        return texts().stream()
                .map(wanted::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private List<String> texts() throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<String> texts = new ArrayList<>();
                for (Message mail : inbox.getMessages()) {
                    texts.add(text(mail.getContent()));
                }
                return texts;
            }
        }
    }

    private static String text(Object content) throws MessagingException, IOException {
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
}
