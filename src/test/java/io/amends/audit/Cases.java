package io.amends.audit;

import io.amends.web.ListPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the register as they are wanted, for tests on a database without an engine. */
record Cases(JdbcClient jdbc) {

    static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");

    /** As a row of the table, of a complaint that opened so many minutes after the first morning. */
    String open(int minute) {
        return add(minute, "complaint", "open", "agent", "C-000007");
    }

    String add(int minute, String process, String state, String owner, String customer) {
        String prefix = process.equals("complaint") ? "CMP" : process.equals("lost-customer") ? "LCR" : "MCR";
        String number = "%s-2026-%06d".formatted(prefix, minute);
        jdbc.sql(
                        "insert into case_file (case_number, process_key, customer_number, party_name, subject, state, owner_id, opened_at)"
                                + " values (?, ?, ?, 'Ann Smith', 'delivery', ?, ?, ?)")
                .params(number, process, customer, state, owner, at(minute))
                .update();
        word(number, "smith");
        return number;
    }

    void word(String number, String word) {
        jdbc.sql("insert into case_word (case_number, word, stem) values (?, ?, ?)")
                .params(number, word, word.substring(0, Math.min(3, word.length())))
                .update();
    }

    void letter(String number, String state) {
        jdbc.sql(
                        "insert into letter (id, case_number, letter, occurrence, addressed_to, recipient, language, subject, html,"
                                + " body_text, message_id, state, attempts, queued_at) values (?, ?, 'acknowledgement', ?, 'customer',"
                                + " 'ann@example.org', 'en', 'x', 'x', 'x', ?, ?, 1, ?)")
                .params(UUID.randomUUID(), number, state, "<" + number + state + "@x>", state, at(0))
                .update();
    }

    static OffsetDateTime at(int minute) {
        return MORNING.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
    }

    static ListPlace place(CaseRow row) {
        return row.place();
    }

    /** Criteria with one field set. */
    static CaseCriteria where(String field, String value) {
        return new CaseCriteria(
                field.equals("number") ? value : "",
                field.equals("customer") ? Set.of(value) : Set.of(),
                field.equals("text") ? List.of(value) : List.of(),
                field.equals("process") ? value : "",
                field.equals("state") ? value : "",
                field.equals("owner") ? value : "",
                field.equals("group") ? value : "",
                field.equals("decision") ? value : "",
                field.equals("clock") ? value : "",
                field.equals("kept") ? Kept.read(value).orElseThrow() : null,
                field.equals("letter") ? value : "",
                day(field, "from", value),
                day(field, "to", value),
                day(field, "closedFrom", value),
                day(field, "closedTo", value));
    }

    private static @Nullable LocalDate day(String field, String wanted, String value) {
        return field.equals(wanted) ? LocalDate.parse(value) : null;
    }
}
