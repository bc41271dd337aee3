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

    /** Message-ID and subject of the newest mail that has these words. */
    List<String> letterWith(String words) throws MessagingException, IOException {
        List<List<String>> found = look(mail -> text(mail.getContent()).contains(words)
                ? List.of(mail.getHeader("Message-ID")[0], mail.getSubject())
                : List.of());
        return found.stream()
                .filter(letter -> !letter.isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No mail for " + address + " with: " + words));
    }

    private Optional<String> find(Pattern wanted) throws MessagingException, IOException {
        return look(mail -> text(mail.getContent())).stream()
                .map(wanted::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private <T> List<T> look(Look<T> what) throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<T> seen = new ArrayList<>();
                for (Message mail : inbox.getMessages()) {
                    seen.add(what.at(mail));
                }
                return seen;
            }
        }
    }

    /** What is looked at in a mail. */
    private interface Look<T> {
        T at(Message mail) throws MessagingException, IOException;
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
