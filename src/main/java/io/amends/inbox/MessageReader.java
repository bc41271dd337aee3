package io.amends.inbox;

import io.amends.inbox.ReadMessage.Kind;
import jakarta.mail.internet.MailDateFormat;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a mail out of its bytes. Any bytes: what cannot be read comes back as {@link Kind#UNREADABLE} with the reason and with as
 * much of its header as could be read. It knows neither cases nor letters.
 */
@Component
final class MessageReader {

    private static final Logger log = LoggerFactory.getLogger(MessageReader.class);

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_ID = 500;
    private static final int MOST_IDS = 50;
    private static final int MOST_RECIPIENTS = 200;

    private static final Pattern ID = Pattern.compile("<([^<>\\s\\p{Cc}\\p{Cf}]{1," + LONGEST_ID + "})>");
    private static final Pattern BARE_ID =
            Pattern.compile("[^<>\\s\\p{Cc}\\p{Cf}]{1,250}@[^<>\\s\\p{Cc}\\p{Cf}]{1,249}");

    private static final Instant FIRST_MAIL = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LAST_MAIL = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws IOException when the stream breaks, never for what it holds */
    ReadMessage read(InputStream message) throws IOException {
        return read(message.readAllBytes());
    }

    ReadMessage read(byte[] message) {
        MimeParser parser = new MimeParser();
        try {
            return understood(parser.parse(message));
        } catch (Unreadable reason) {
            return unreadable(parser.root(), Objects.requireNonNull(reason.getMessage()));
        } catch (RuntimeException | StackOverflowError failure) {
            // the words of the failure may be the sender's, so they stay out of the log
            log.warn(
                    "A mail of {} bytes could not be read: {}",
                    message.length,
                    failure.getClass().getName());
            return unreadable(parser.root(), "it is not built as mails are");
        }
    }

    private static ReadMessage understood(MimePart root) throws Unreadable {
        if (root.headers().isEmpty()) {
            throw new Unreadable("it has no header");
        }
        Body body = Body.of(root);
        String subject = subject(root.headers());
        Mailbox from = from(root.headers());
        List<Returned> returned = Bounce.of(root, subject, from, body.text());
        if (!returned.isEmpty()) {
            QuotedHistory.Split unfolded = new QuotedHistory.Split(body.text(), "");
            return message(Kind.BOUNCE, root.headers(), unfolded, List.of(), returned, null);
        }
        String sign = AutomaticMail.sign(root, subject, from);
        Kind kind = sign == null ? Kind.PERSON : Kind.AUTOMATIC;
        return message(kind, root.headers(), QuotedHistory.split(body.text()), body.files(), List.of(), sign);
    }

    private static ReadMessage unreadable(MimePart root, String why) {
        String sign = AutomaticMail.sign(root, subject(root.headers()), from(root.headers()));
        QuotedHistory.Split nothing = new QuotedHistory.Split("", "");
        return sign == null
                ? message(Kind.UNREADABLE, root.headers(), nothing, List.of(), List.of(), why)
                : message(Kind.AUTOMATIC, root.headers(), nothing, List.of(), List.of(), sign);
    }

    private static ReadMessage message(
            Kind kind,
            Headers headers,
            QuotedHistory.Split words,
            List<Attached> files,
            List<Returned> returned,
            @Nullable String why) {
        String subject = subject(headers);
        Mailbox from = from(headers);
        return new ReadMessage(
                kind,
                ids(headers.raw("message-id")).stream().findFirst().orElse(null),
                answered(headers),
                from.name(),
                from.address(),
                recipients(headers),
                subject,
                date(headers),
                words.text(),
                words.quoted(),
                Language.of(words.text().isBlank() ? subject : words.text()),
                files,
                returned,
                why);
    }

    private static String subject(Headers headers) {
        return OneLine.of(headers.text("subject"), LONGEST_SUBJECT);
    }

    private static Mailbox from(Headers headers) {
        List<Mailbox> named = Stream.of("from", "sender")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> Mailbox.all(value).stream())
                .toList();
        return named.stream()
                .filter(mailbox -> mailbox.address() != null)
                .findFirst()
                .orElse(named.isEmpty() ? new Mailbox(null, null) : named.get(0));
    }

    private static List<String> recipients(Headers headers) {
        return Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to")
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> Mailbox.all(value).stream())
                .map(Mailbox::address)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    /** Which mails it answers: In-Reply-To, then References from the newest to the oldest. */
    static List<String> answered(Headers headers) {
        Set<String> ids = new LinkedHashSet<>();
        headers.all("in-reply-to").forEach(value -> ids.addAll(ids(value)));
        List<String> references = headers.all("references").stream()
                .flatMap(value -> ids(value).stream())
                .toList();
        for (int i = references.size() - 1; i >= 0; i--) {
            ids.add(references.get(i));
        }
        return ids.stream().limit(MOST_IDS).toList();
    }

    /** The ids in a header, with their brackets even if it has forgotten them. */
    static List<String> ids(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        List<String> ids = ID.matcher(header).results().map(MatchResult::group).toList();
        Matcher bare = BARE_ID.matcher(header.strip());
        return ids.isEmpty() && bare.matches() ? List.of("<" + bare.group() + ">") : ids;
    }

    private static @Nullable Instant date(Headers headers) {
        String written = headers.raw("date");
        if (written == null) {
            return null;
        }
        try {
            Instant date = new MailDateFormat().parse(written).toInstant();
            return date.isBefore(FIRST_MAIL) || date.isAfter(LAST_MAIL) ? null : date;
        } catch (ParseException | RuntimeException unclear) {
            return null;
        }
    }
}
