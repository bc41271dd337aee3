package io.amends.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of letters. A row whose next try is set is the sender's business; one without is finished. */
@Repository
class LetterLedger {

    private static final String OPEN = "state in ('queued', 'sending', 'delayed', 'unknown')";

    private final JdbcClient jdbc;

    LetterLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param delayed how many of them were tried in vain
     * @param unknown how many of them may have left
     * @param oldest when the letter that has waited longest was written, or null when none waits
     * @param oldestNotPutOff likewise, without the ones that the mail server itself put off
     */
    record Waiting(
            long count,
            long delayed,
            long unknown,
            @Nullable Instant oldest,
            @Nullable Instant oldestNotPutOff) {}

    boolean has(String caseNumber, String letter, String occurrence, String recipient) {
        return jdbc.sql(
                                "select count(*) from letter where case_number = ? and letter = ? and occurrence = ? and recipient = ?")
                        .params(caseNumber, letter, occurrence, recipient)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(Draft draft) {
        LetterState state = draft.recipient().isEmpty() ? LetterState.NO_ADDRESS : LetterState.QUEUED;
        jdbc.sql("""
                insert into letter (id, case_number, letter, occurrence, addressed_to, recipient, language, subject, html,
                    body_text, message_id, state, attempts, queued_at, next_try_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""")
                .params(
                        draft.id(),
                        draft.caseNumber(),
                        draft.letter(),
                        draft.occurrence(),
                        draft.addressedTo(),
                        draft.recipient(),
                        draft.language(),
                        draft.subject(),
                        draft.html(),
                        draft.text(),
                        draft.messageId(),
                        state.code(),
                        utc(draft.queuedAt()),
                        utc(draft.queuedAt()))
                .update();
    }

    List<LetterView> of(String caseNumber) {
        return jdbc.sql("select * from letter where case_number = ? order by nr")
                .param(caseNumber)
                .query((rs, row) -> view(rs))
                .list();
    }

    Optional<SentLetter> byMessageId(String messageId) {
        return sentLetter("message_id = ?", messageId);
    }

    Optional<SentLetter> byId(UUID id) {
        return sentLetter("id = ?", id);
    }

    Optional<SentLetter> lastSentTo(String recipient, Instant since) {
        return sentLetter(
                "sent_at > ? and lower(recipient) = ? order by sent_at desc, nr desc limit 1",
                utc(since),
                recipient.toLowerCase(Locale.ROOT));
    }

    private Optional<SentLetter> sentLetter(String which, Object... keys) {
        return jdbc.sql("select id, case_number, letter, recipient, addressed_to from letter where " + which)
                .params(keys)
                .query((rs, row) -> new SentLetter(
                        rs.getString("id"),
                        rs.getString("case_number"),
                        rs.getString("letter"),
                        rs.getString("recipient"),
                        LetterDesk.toCustomer(rs.getString("addressed_to"))))
                .optional();
    }

    List<UUID> due(Instant now, int atMost) {
        return due("", now, atMost);
    }

    /** Only those that will not arrive and of which nobody was told yet. */
    List<UUID> undeliverable(Instant now, int atMost) {
        return due(" and state in ('refused', 'bounced', 'no-address')", now, atMost);
    }

    private List<UUID> due(String which, Instant now, int atMost) {
        return jdbc.sql("select id from letter where next_try_at <= ?" + which + " order by next_try_at, nr limit ?")
                .params(utc(now), atMost)
                .query(UUID.class)
                .list();
    }

    /** Takes a due letter for this node until the lease ends; empty when another was faster. */
    Optional<DueLetter> claim(UUID id, Instant now, Duration lease) {
        Optional<DueLetter> due = jdbc.sql("select * from letter where id = ? and next_try_at <= ?")
                .params(id, utc(now))
                .query((rs, row) -> due(rs))
                .optional();
        if (due.isEmpty()) {
            return due;
        }
        LetterState state = due.get().state();
        LetterState claimed = due.get().undeliverable() ? state : LetterState.SENDING;
        int taken = jdbc.sql("update letter set state = ?, next_try_at = ?, doubtful_tries = ?"
                        + " where id = ? and state = ? and next_try_at <= ?")
                .params(claimed.code(), utc(now.plus(lease)), due.get().doubtfulTries(), id, state.code(), utc(now))
                .update();
        return taken == 1 ? due : Optional.empty();
    }

    /** False for one that came back meanwhile: it stays bounced. */
    boolean sent(UUID id, Instant now) {
        return jdbc.sql(
                                "update letter set state = 'sent', sent_at = ?, attempts = attempts + 1, next_try_at = null, problem = null"
                                        + " where id = ? and state = 'sending'")
                        .params(utc(now), id)
                        .update()
                == 1;
    }

    /** It came back; stays due until that was announced. False for one that nobody expects to arrive. */
    boolean bounced(UUID id, Instant now, String why) {
        return jdbc.sql("update letter set state = 'bounced', bounced_at = :now, next_try_at = :now, problem = :why"
                                + " where id = :id and (state in ('sent', 'held') or " + OPEN + ")")
                        .param("now", utc(now))
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @param putOff the mail server answered, and put off this very letter */
    void delayed(UUID id, Instant nextTry, String problem, boolean putOff) {
        jdbc.sql(
                        "update letter set state = 'delayed', attempts = attempts + 1, next_try_at = ?, problem = ?, put_off = ?"
                                + " where id = ? and state = 'sending'")
                .params(utc(nextTry), problem, putOff, id)
                .update();
    }

    /** Handed over, and no answer came. */
    void unknown(UUID id, Instant nextTry, String problem) {
        jdbc.sql("update letter set state = 'unknown', attempts = attempts + 1, doubtful_tries = doubtful_tries + 1,"
                        + " next_try_at = ?, problem = ?, put_off = false where id = ? and state = 'sending'")
                .params(utc(nextTry), problem, id)
                .update();
    }

    /** Refused for good; stays due until that was announced. */
    void refused(UUID id, Instant now, String problem) {
        jdbc.sql("update letter set state = 'refused', attempts = attempts + 1, next_try_at = ?, problem = ?"
                        + " where id = ? and state = 'sending'")
                .params(utc(now), problem, id)
                .update();
    }

    /** What it says has been overtaken; it never leaves (C-7). */
    void noLongerNeeded(UUID id, @Nullable String problem) {
        jdbc.sql("update letter set state = 'no-longer-needed', next_try_at = null, problem = ? where id = ?")
                .params(problem, id)
                .update();
    }

    void finished(UUID id) {
        jdbc.sql("update letter set next_try_at = null where id = ?").param(id).update();
    }

    Waiting waiting() {
        return jdbc.sql("""
                select count(*) as waiting, min(queued_at) as oldest,
                    min(case when put_off then null else queued_at end) as oldest_of_ours,
                    sum(case when state = 'delayed' then 1 else 0 end) as late,
                    sum(case when state = 'unknown' then 1 else 0 end) as doubtful
                from letter where next_try_at is not null and\s""" + OPEN)
                .query((rs, row) -> new Waiting(
                        rs.getLong("waiting"),
                        rs.getLong("late"),
                        rs.getLong("doubtful"),
                        instant(rs, "oldest"),
                        instant(rs, "oldest_of_ours")))
                .single();
    }

    /** Of the letters in the same case to the same reader: the first and the last two, oldest first. */
    List<String> messageIdsBefore(DueLetter letter) {
        List<String> all = jdbc.sql("""
                select message_id from letter
                where case_number = ? and recipient = ? and nr < (select nr from letter where id = ?) order by nr""")
                .params(letter.caseNumber(), letter.recipient(), letter.id())
                .query(String.class)
                .list();
        return all.size() <= 3 ? all : List.of(all.get(0), all.get(all.size() - 2), all.get(all.size() - 1));
    }

    private static LetterView view(ResultSet rs) throws SQLException {
        LetterState state = LetterState.of(rs.getString("state"));
        String recipient = rs.getString("recipient");
        return new LetterView(
                rs.getString("id"),
                rs.getString("case_number"),
                rs.getString("letter"),
                rs.getString("occurrence"),
                recipient.isEmpty() ? null : recipient,
                rs.getString("language"),
                rs.getString("subject"),
                LinkPlaceholders.hide(rs.getString("html")),
                LinkPlaceholders.hide(rs.getString("body_text")),
                rs.getString("message_id"),
                state.fate(),
                required(rs, "queued_at"),
                instant(rs, "sent_at"),
                instant(rs, "bounced_at"),
                state == LetterState.DELAYED || state == LetterState.UNKNOWN ? instant(rs, "next_try_at") : null,
                rs.getString("problem"),
                rs.getInt("doubtful_tries"));
    }

    /** One that is still being sent when its lease has ended was left by a node that died over it. */
    private static DueLetter due(ResultSet rs) throws SQLException {
        LetterState state = LetterState.of(rs.getString("state"));
        int doubtful = rs.getInt("doubtful_tries");
        return new DueLetter(
                rs.getObject("id", UUID.class),
                rs.getString("case_number"),
                rs.getString("letter"),
                rs.getString("occurrence"),
                rs.getString("addressed_to"),
                rs.getString("recipient"),
                rs.getString("language"),
                rs.getString("subject"),
                rs.getString("html"),
                rs.getString("body_text"),
                rs.getString("message_id"),
                state,
                rs.getInt("attempts"),
                state == LetterState.SENDING ? doubtful + 1 : doubtful,
                required(rs, "queued_at"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant required(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
