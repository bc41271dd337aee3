package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.testing.Postgres;
import io.amends.web.ListPlace;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That no search reads a whole table, which is quick with a hundred cases and unbearable with a hundred thousand. */
class SearchPlansOnPostgresTest {

    private static final int MANY = 60_000;

    private static final List<String> USUAL_PAIRS = List.of(
            "process state",
            "process from",
            "state from",
            "owner state",
            "customer process",
            "group state",
            "group clock",
            "decision process",
            "decision from",
            "clock process",
            "clock owner",
            "letter process",
            "text state",
            "text process",
            "from to",
            "closedFrom closedTo",
            "closedFrom process",
            "closedTo group");

    private final JdbcClient jdbc = migrated();
    private final CaseSelection selection = new CaseSelection(jdbc, Clock.fixed(Cases.MORNING, ZoneOffset.UTC));

    @Test
    void each_field_and_each_pair_of_fields_uses_an_index() {
        manyCases();
        Map<String, String> single = Map.ofEntries(
                Map.entry("number", "CMP-2026-000042"),
                Map.entry("customer", "C-000077"),
                Map.entry("text", "kettle"),
                Map.entry("process", "media-crisis"),
                Map.entry("state", "unanswered"),
                Map.entry("owner", "agent7"),
                Map.entry("group", "legal"),
                Map.entry("decision", "complaint-severity=S1"),
                Map.entry("clock", "contact"),
                Map.entry("letter", "bounced"),
                Map.entry("from", "2026-03-10"),
                Map.entry("to", "2026-03-14"),
                Map.entry("closedFrom", "2026-04-10"),
                Map.entry("closedTo", "2026-03-05"));
        List<AuditSearch> asked = new ArrayList<>(List.of(CaseSelectionContract.typed(Map.of())));
        single.forEach((field, value) -> asked.add(CaseSelectionContract.typed(Map.of(field, value))));
        for (String pair : USUAL_PAIRS) {
            String[] fields = pair.split(" ", -1);
            asked.add(CaseSelectionContract.typed(
                    Map.of(fields[0], single.get(fields[0]), fields[1], single.get(fields[1]))));
        }
        for (AuditSearch search : asked) {
            CaseCriteria criteria = criteria(search);
            for (ListPlace after :
                    new ListPlace[] {null, new ListPlace(Instant.parse("2026-03-08T10:00:00Z"), "CMP")}) {
                CaseSelection.Asked page = selection.asked(criteria, after, 51);
                assertThat(plan(page))
                        .as(search.fields() + " " + page.sql())
                        .doesNotContain("Seq Scan on case_file")
                        .doesNotContain("Seq Scan on case_mark")
                        .doesNotContain("Seq Scan on case_word")
                        .doesNotContain("Seq Scan on letter");
            }
        }
    }

    private static JdbcClient migrated() {
        DataSource database = Postgres.freshDatabase();
        Flyway.configure().dataSource(database).load().migrate();
        return JdbcClient.create(database);
    }

    private static CaseCriteria criteria(AuditSearch search) {
        Map<String, String> fields = search.fields();
        return new CaseCriteria(
                fields.getOrDefault("number", ""),
                fields.containsKey("customer") ? Set.of(fields.get("customer")) : Set.of(),
                fields.containsKey("text") ? List.of(fields.get("text")) : List.of(),
                fields.getOrDefault("process", ""),
                fields.getOrDefault("state", ""),
                fields.getOrDefault("owner", ""),
                fields.getOrDefault("group", ""),
                fields.getOrDefault("decision", ""),
                fields.getOrDefault("clock", ""),
                Kept.read(fields.getOrDefault("kept", "")).orElse(null),
                fields.getOrDefault("letter", ""),
                day(fields, "from"),
                day(fields, "to"),
                day(fields, "closedFrom"),
                day(fields, "closedTo"));
    }

    private static @Nullable LocalDate day(Map<String, String> fields, String field) {
        String day = fields.get(field);
        return day == null ? null : LocalDate.parse(day);
    }

    private String plan(CaseSelection.Asked asked) {
        return String.join(
                "\n",
                jdbc.sql("explain " + asked.sql())
                        .params(asked.params())
                        .query(String.class)
                        .list());
    }

    private void manyCases() {
        jdbc.sql("""
                insert into case_file (case_number, process_key, customer_number, party_name, subject, state, owner_id, opened_at, closed_at)
                select (case when n % 50 = 0 then 'MCR' when n % 3 = 0 then 'LCR' else 'CMP' end) || '-2026-' || lpad(n::text, 6, '0'),
                    case when n % 50 = 0 then 'media-crisis' when n % 3 = 0 then 'lost-customer' else 'complaint' end,
                    'C-' || lpad((n % 5000)::text, 6, '0'), 'Ann Smith', 'delivery',
                    case when n % 10 = 0 then 'open' when n % 97 = 0 then 'unanswered' else 'closed' end, 'agent' || n % 20,
                    timestamp with time zone '2026-03-02 10:00:00Z' + n * interval '1 minute',
                    case when n % 10 <> 0 then timestamp with time zone '2026-03-04 10:00:00Z' + n * interval '1 minute' end
                from generate_series(1, ?) n""").param(MANY).update();
        jdbc.sql("""
                insert into case_word (case_number, word, stem)
                select case_number, w, substr(w, 1, 3) from case_file f
                cross join lateral (values (lower(f.case_number)), ('smith'), ('delivery'), (lower(f.customer_number)),
                    ('name' || right(f.case_number, 4))) words (w)
                union all select case_number, 'kettle', 'ket' from case_file where case_number like '%7'""").update();
        jdbc.sql("""
                insert into case_mark (case_number, kind, mark, opened_at)
                select case_number, 'group', 'group:service-agents', opened_at from case_file
                union all select case_number, 'group', 'group:legal', opened_at from case_file where case_number like '%33'
                union all select case_number, 'decision', 'decision:complaint-severity=S' || right(case_number, 1), opened_at from case_file
                union all select case_number, 'clock', 'clock:contact', opened_at from case_file where case_number like '%9'
                union all select case_number, 'clock', 'clock:resolve', opened_at from case_file where case_number like '%11'""").update();
        jdbc.sql("""
                insert into letter (id, case_number, letter, occurrence, addressed_to, recipient, language, subject, html, body_text,
                    message_id, state, attempts, queued_at)
                select gen_random_uuid(), case_number, 'acknowledgement', '1', 'customer', 'x@example.org', 'en', 'x', 'x', 'x',
                    case_number, case when case_number like '%5' then 'bounced' else 'sent' end, 1, opened_at from case_file""").update();
        jdbc.sql("analyze").update();
    }
}
