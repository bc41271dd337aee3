package io.amends.letter;

import static io.amends.letter.LetterLedger.required;
import static io.amends.letter.LetterLedger.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of links in letters. */
@Repository
class LinkLedger {

    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final String LINK =
            "select k.*, l.language from letter_link k join letter l on l.id = k.letter_id where ";

    private final JdbcClient jdbc;
    private final LinkTokens tokens;
    private final ObjectMapper json = new ObjectMapper();

    LinkLedger(JdbcClient jdbc, LinkTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** Adds a link to a letter; see {@link Addressee#links()} for what its data does to earlier ones. */
    void add(Draft draft, LinkPurpose purpose, Map<String, String> data) {
        String kept = data.isEmpty() ? lastData(draft.caseNumber(), purpose) : write(data);
        if (!data.isEmpty()) {
            endEarlier(draft, purpose);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into letter_link (id, token_hash, purpose, case_number, letter_id, data, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        LinkTokens.hash(tokens.token(id)),
                        purpose.name(),
                        draft.caseNumber(),
                        draft.id(),
                        kept,
                        utc(draft.queuedAt().plus(purpose.life())))
                .update();
    }

    /** The secrets of a letter's links, for the one moment when it is sent. */
    Map<LinkPurpose, String> tokens(UUID letterId) {
        Map<LinkPurpose, String> found = new EnumMap<>(LinkPurpose.class);
        jdbc.sql("select id, purpose from letter_link where letter_id = ?")
                .param(letterId)
                .query(rs -> {
                    UUID id = rs.getObject("id", UUID.class);
                    found.put(LinkPurpose.valueOf(rs.getString("purpose")), tokens.token(id));
                });
        return found;
    }

    Optional<Link> byToken(String token) {
        return jdbc.sql(LINK + "k.token_hash = ?")
                .param(LinkTokens.hash(token))
                .query((rs, row) -> link(rs))
                .optional();
    }

    Optional<Link> byId(UUID id) {
        return jdbc.sql(LINK + "k.id = ?")
                .param(id)
                .query((rs, row) -> link(rs))
                .optional();
    }

    /** Takes an answer; false when a link for one answer has one already, or when this very answer was the last. */
    boolean take(Link link, String answerHash, Instant now) {
        String free = link.purpose().once() ? "used_at is null" : "(answer_hash is null or answer_hash <> :hash)";
        return jdbc.sql("update letter_link set used_at = :now, answer_hash = :hash where id = :id and " + free)
                        .param("now", utc(now))
                        .param("hash", answerHash)
                        .param("id", link.id())
                        .update()
                == 1;
    }

    void answered(UUID id, String outcome) {
        jdbc.sql("update letter_link set answer = ? where id = ?")
                .params(outcome, id)
                .update();
    }

    private String lastData(String caseNumber, LinkPurpose purpose) {
        return jdbc.sql("select data from letter_link where case_number = ? and purpose = ? order by nr desc limit 1")
                .params(caseNumber, purpose.name())
                .query(String.class)
                .optional()
                .orElse("{}");
    }

    private void endEarlier(Draft draft, LinkPurpose purpose) {
        jdbc.sql("""
                update letter_link set expires_at = ?
                where case_number = ? and purpose = ? and used_at is null and expires_at > ? and letter_id not in
                    (select id from letter where case_number = ? and letter = ? and occurrence = ?)""")
                .params(
                        utc(draft.queuedAt()),
                        draft.caseNumber(),
                        purpose.name(),
                        utc(draft.queuedAt()),
                        draft.caseNumber(),
                        draft.letter(),
                        draft.occurrence())
                .update();
    }

    private Link link(ResultSet rs) throws SQLException {
        return new Link(
                rs.getObject("id", UUID.class),
                LinkPurpose.valueOf(rs.getString("purpose")),
                rs.getString("case_number"),
                rs.getString("language"),
                read(rs.getString("data")),
                required(rs, "expires_at"),
                rs.getString("answer"),
                rs.getString("answer_hash"));
    }

    private String write(Map<String, String> data) {
        try {
            return json.writeValueAsString(new TreeMap<>(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A link's data cannot be written", e);
        }
    }

    private Map<String, String> read(String data) {
        try {
            // of a person who was erased only a word is left here
            return data.startsWith("{") ? json.readValue(data, STRINGS) : Map.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A link's data cannot be read", e);
        }
    }
}
