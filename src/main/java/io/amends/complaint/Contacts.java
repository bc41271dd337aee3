package io.amends.complaint;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the customer said on a running case, in order; the words stay in this table. */
@Repository
class Contacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when the very same thing was said just before: a double click or a mail sent twice */
    boolean add(String caseNumber, String channel, String kind, String text) {
        List<Contact> earlier = of(caseNumber);
        Contact last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
        if (last != null && last.kind().equals(kind) && last.text().equals(text) && !text.isBlank()) {
            return false;
        }
        jdbc.sql("insert into complaint_word (case_number, said_at, channel, kind, words) values (?, ?, ?, ?, ?)")
                .params(caseNumber, clock.instant().atOffset(ZoneOffset.UTC), channel, kind, text)
                .update();
        return true;
    }

    List<Contact> of(String caseNumber) {
        return jdbc.sql("select said_at, channel, kind, words from complaint_word where case_number = ? order by id")
                .param(caseNumber)
                .query((row, n) -> new Contact(
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getString("channel"),
                        row.getString("kind"),
                        row.getString("words")))
                .list();
    }

    /** The original words and what was said since, each with its day; for pages and forms. */
    String story(String narrative, String caseNumber, PlainTime time) {
        StringBuilder story = new StringBuilder(narrative);
        of(caseNumber).stream().filter(contact -> !contact.text().isBlank()).forEach(contact -> story.append("\n\n")
                .append(time.moment(contact.at()))
                .append(", ")
                .append(Words.label(contact.kind()))
                .append(": ")
                .append(contact.text()));
        return story.toString();
    }

    record Contact(Instant at, String channel, String kind, String text) {}
}
