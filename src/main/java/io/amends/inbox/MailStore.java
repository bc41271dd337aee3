package io.amends.inbox;

import static io.amends.inbox.StoredWords.fit;
import static io.amends.inbox.StoredWords.fitOrNull;

import io.amends.casefile.CaseChanged;
import io.amends.web.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of mails that came in. Nothing is ever taken out of them. */
@Repository
class MailStore {

    static final int PAGE = 50;

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final String COLUMNS =
            "number, received_at, sent_at, sender, sender_name, recipients, subject, kind,"
                    + " state, case_number, how, why, language, size_bytes, whole";

    private final JdbcClient jdbc;
    private final MailPieces pieces;
    private final ApplicationEventPublisher events;

    MailStore(JdbcClient jdbc, MailPieces pieces, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.pieces = pieces;
        this.events = events;
    }

    /** @param oldest when the mail that has waited longest arrived, or null when none waits */
    record Waiting(long count, @Nullable Instant oldest) {}

    /**
     * Stores a mail that has to be routed next.
     *
     * @param zone whose year the number carries
     * @throws org.springframework.dao.DuplicateKeyException when it is there already
     */
    String add(NewMail mail, ZoneId zone) {
        String number = nextNumber(mail.receivedAt(), zone);
        ReadMessage message = mail.message();
        jdbc.sql(
                        "insert into inbox_mail (number, message_key, received_at, sent_at, sender, sender_name, party, party_domain,"
                                + " recipients, subject, kind, state, why, body_text, quoted, language, size_bytes, whole,"
                                + " attempts, next_try_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .params(
                        number,
                        mail.messageKey(),
                        utc(mail.receivedAt()),
                        message.date() == null ? null : utc(message.date()),
                        fitOrNull(message.fromAddress(), 320),
                        fitOrNull(message.fromName(), 200),
                        fitOrNull(Sender.party(message.fromAddress()), 320),
                        fitOrNull(Sender.domain(message.fromAddress()), 255),
                        fit(String.join("\n", message.recipients())),
                        fit(message.subject(), 500),
                        code(message.kind()),
                        MailState.TAKEN.code(),
                        fitOrNull(message.why(), 500),
                        fit(message.text()),
                        fit(message.quoted()),
                        message.language(),
                        mail.size(),
                        mail.whole(),
                        utc(mail.receivedAt()))
                .update();
        pieces.add(number, MailPieces.ORIGINAL, mail.original());
        for (int i = 0; i < message.attachments().size(); i++) {
            addAttachment(
                    number, i + 1, message.attachments().get(i), mail.left().get(i));
        }
        return number;
    }

    /** Number of the mail that was stored under this key. */
    Optional<String> numberOf(String messageKey) {
        return jdbc.sql("select number from inbox_mail where message_key = ?")
                .param(messageKey)
                .query(String.class)
                .optional();
    }

    Optional<Mail> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from inbox_mail where number = ?")
                .param(number)
                .query(MailStore::mail)
                .optional();
    }

    /** Mails that joined, opened or are about a case, oldest first. */
    List<Mail> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from inbox_mail where case_number = ? order by received_at, number")
                .param(caseNumber)
                .query(MailStore::mail)
                .list();
    }

    MailPage search(MailQuery query) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from inbox_mail where 1 = 1");
        List<Object> params = new ArrayList<>();
        for (String word : WORDS.split(query.text().toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                sql.append(" and (lower(number) = ? or lower(case_number) = ? or lower(sender) like ? escape '!'"
                        + " or lower(sender_name) like ? escape '!' or lower(subject) like ? escape '!')");
                String within = LikePattern.anywhere(word);
                params.addAll(List.of(word, word, within, within, within));
            }
        }
        equal(sql, params, "state", query.state());
        equal(sql, params, "kind", query.kind());
        query.lastSeen().ifPresent(last -> {
            sql.append(" and (received_at, number) < (?, ?)");
            params.add(utc(last.at()));
            params.add(last.number());
        });
        sql.append(" order by received_at desc, number desc limit ").append(PAGE + 1);
        List<Mail> mails =
                jdbc.sql(sql.toString()).params(params).query(MailStore::mail).list();
        return new MailPage(mails.subList(0, Math.min(PAGE, mails.size())), mails.size() > PAGE);
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such mail */
    MailText text(String number) {
        return jdbc.sql("select body_text, quoted from inbox_mail where number = ?")
                .param(number)
                .query((row, n) -> new MailText(row.getString(1), row.getString(2)))
                .single();
    }

    List<MailAttachment> attachments(String number) {
        return jdbc.sql("select nr, name, media_type, size_bytes, left_out from inbox_attachment"
                        + " where mail_number = ? order by nr")
                .param(number)
                .query((row, n) -> new MailAttachment(
                        row.getInt("nr"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getString("left_out")))
                .list();
    }

    /** What an attachment holds; empty where it was left out or is none. */
    Optional<byte[]> content(String number, int nr) {
        return nr == MailPieces.ORIGINAL ? Optional.empty() : pieces.find(number, nr);
    }

    /** The mail as it arrived; only its head where it was too large. */
    Optional<byte[]> original(String number) {
        return pieces.find(number, MailPieces.ORIGINAL);
    }

    /** Mails that have to be routed now, oldest first. */
    List<String> due(Instant now, int atMost) {
        return jdbc.sql("select number from inbox_mail where next_try_at <= ? order by next_try_at, number limit ?")
                .params(utc(now), atMost)
                .query(String.class)
                .list();
    }

    /**
     * Takes a due mail for this node until the lease ends.
     *
     * @return how often it was tried, this time included; empty when another was faster
     */
    Optional<Integer> claim(String number, Instant now, Instant leaseUntil) {
        int taken = jdbc.sql("update inbox_mail set next_try_at = ?, attempts = attempts + 1"
                        + " where number = ? and next_try_at <= ?")
                .params(utc(leaseUntil), number, utc(now))
                .update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql("select attempts from inbox_mail where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .optional();
    }

    void tryAgain(String number, Instant at) {
        jdbc.sql("update inbox_mail set next_try_at = ? where number = ? and state = 'taken'")
                .params(utc(at), number)
                .update();
    }

    /** Holds the mail for the transaction, in which it is brought somewhere. */
    Optional<Mail> lock(String number) {
        return jdbc.sql("select " + COLUMNS + " from inbox_mail where number = ? for update")
                .param(number)
                .query(MailStore::mail)
                .optional();
    }

    /** It is where it belongs, or with a person. */
    void settle(String number, MailState state, @Nullable String caseNumber, String how) {
        jdbc.sql("update inbox_mail set state = ?, case_number = ?, how = ?, next_try_at = null where number = ?")
                .params(state.code(), caseNumber, fit(how, 500), number)
                .update();
        if (caseNumber != null) {
            events.publishEvent(new CaseChanged(caseNumber, "mail"));
        }
    }

    /** How many mails of a sender were brought into any of these states since then; see {@link Sender#party}. */
    long countOfParty(String party, Instant since, List<MailState> states) {
        return count("party", party, since, states);
    }

    /** How many mails from a domain were brought into any of these states since then. */
    long countOfDomain(String domain, Instant since, List<MailState> states) {
        return count("party_domain", domain, since, states);
    }

    /** Mails that nobody has sorted yet. */
    Waiting waiting(MailState state) {
        return jdbc.sql("select count(*) as waiting, min(received_at) as oldest from inbox_mail where state = ?")
                .param(state.code())
                .query((row, n) -> new Waiting(row.getLong("waiting"), instant(row, "oldest")))
                .single();
    }

    private long count(String column, String value, Instant since, List<MailState> states) {
        return jdbc.sql("select count(*) from inbox_mail where " + column + " = :value and received_at > :since"
                        + " and state in (:states)")
                .param("value", value)
                .param("since", utc(since))
                .param("states", states.stream().map(MailState::code).toList())
                .query(Long.class)
                .single();
    }

    private void addAttachment(String number, int nr, Attached file, String leftOut) {
        jdbc.sql("insert into inbox_attachment (mail_number, nr, name, media_type, size_bytes, left_out)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        nr,
                        fit(file.name(), 150),
                        fit(file.type(), 100),
                        file.content().length,
                        leftOut.isEmpty() ? null : fit(leftOut, 200))
                .update();
        if (leftOut.isEmpty()) {
            pieces.add(number, nr, file.content());
        }
    }

    private String nextNumber(Instant at, ZoneId zone) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into inbox_mail_number (taken_at) values (?)")
                .param(utc(at))
                .update(key, "id");
        long serial = Objects.requireNonNull(key.getKey()).longValue();
        return "MAIL-%d-%06d".formatted(at.atZone(zone).getYear(), serial);
    }

    private static void equal(StringBuilder sql, List<Object> params, String column, String value) {
        if (!value.isEmpty()) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value);
        }
    }

    private static Mail mail(ResultSet row, int n) throws SQLException {
        String recipients = row.getString("recipients");
        return new Mail(
                row.getString("number"),
                Objects.requireNonNull(instant(row, "received_at")),
                instant(row, "sent_at"),
                row.getString("sender"),
                row.getString("sender_name"),
                recipients.lines().toList(),
                row.getString("subject"),
                ReadMessage.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                MailState.of(row.getString("state")),
                row.getString("case_number"),
                row.getString("how"),
                row.getString("why"),
                row.getString("language"),
                row.getLong("size_bytes"),
                row.getBoolean("whole"));
    }

    static String code(ReadMessage.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
