package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.ClockNames;
import io.amends.casefile.Words;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal.Finding;
import io.amends.staff.People;
import io.amends.staff.Person;
import io.amends.web.ListPlace;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors find cases by, on whichever database. */
abstract class CaseSelectionContract {

    final Clock clock = Clock.fixed(Cases.MORNING, ZoneId.of("Europe/Berlin"));
    JdbcClient jdbc;
    Cases cases;
    CaseSelection selection;
    CaseMarks marks;
    private final People people = mock();
    private final CustomerDirectory customers = mock();
    private final ClockNames clockNames = mock();
    private SearchReader reader;
    private NoMatch noMatch;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void anEmptyDatabase() throws Exception {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        for (String table : List.of(
                "case_mark", "case_word", "case_clock", "case_clock_change", "media_crisis", "letter", "case_file")) {
            jdbc.sql("delete from " + table).update();
        }
        cases = new Cases(jdbc);
        selection = new CaseSelection(jdbc, clock);
        marks = new CaseMarks(jdbc);
        when(customers.byNumber(any())).thenReturn(Optional.empty());
        when(customers.find(any())).thenReturn(List.of());
        when(people.person(any())).thenReturn(Optional.empty());
        when(people.members(any())).thenReturn(List.of());
        when(clockNames.ofRule(any())).thenAnswer(rule -> Words.label(rule.getArgument(0)));
        DeskNames names = new DeskNames(jdbc, clockNames, mock()) {
            @Override
            Map<String, String> tables() {
                return Map.of();
            }
        };
        reader = new SearchReader(selection, marks, customers, new Owners(people), names, clock);
        noMatch = new NoMatch(reader, selection, names);
    }

    @Test
    void each_field_finds_its_cases_and_no_others() {
        String running = cases.add(1, "complaint", "open", "agent", "C-000001");
        String closed = cases.add(2, "lost-customer", "closed", "retention", "C-000002");
        cases.word(running, "kettle");
        marks.add(running, MarkKind.GROUP, "legal");
        marks.add(running, MarkKind.DECISION, "complaint-severity=S1");
        marks.add(closed, MarkKind.CLOCK, "recovery-call");
        cases.letter(closed, "bounced");
        cases.letter(running, "sending");

        assertThat(found("number", running)).containsExactly(running);
        assertThat(found("customer", "C-000002")).containsExactly(closed);
        assertThat(found("text", "kett")).containsExactly(running);
        assertThat(found("process", "lost-customer")).containsExactly(closed);
        assertThat(found("state", "open")).containsExactly(running);
        assertThat(found("owner", "retention")).containsExactly(closed);
        assertThat(found("group", "legal")).containsExactly(running);
        assertThat(found("decision", "complaint-severity=S1")).containsExactly(running);
        assertThat(found("clock", "recovery-call")).containsExactly(closed);
        assertThat(found("letter", "bounced")).containsExactly(closed);
        assertThat(found("letter", "queued")).containsExactly(running);
        assertThat(found("from", "2026-03-02")).containsExactly(closed, running);
        assertThat(found("to", "2026-03-01")).isEmpty();
    }

    @Test
    void a_case_is_found_by_the_day_on_which_it_closed() {
        String still = cases.open(1);
        String closed = cases.open(2);
        jdbc.sql("update case_file set state = 'closed', closed_at = ? where case_number = ?")
                .params(Cases.at(24 * 60), closed)
                .update();

        assertThat(found("closedFrom", "2026-03-03")).containsExactly(closed).doesNotContain(still);
        assertThat(found("closedTo", "2026-03-03")).containsExactly(closed);
        assertThat(found("closedFrom", "2026-03-04")).isEmpty();
        assertThat(found("closedTo", "2026-03-02")).isEmpty();
    }

    @Test
    void a_day_begins_and_ends_where_the_house_is() {
        String late = cases.open(13 * 60 - 1);
        assertThat(found("from", "2026-03-03")).isEmpty();
        assertThat(found("to", "2026-03-02")).containsExactly(late);
        String next = cases.open(13 * 60);
        assertThat(found("from", "2026-03-03")).containsExactly(next);
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_repetition() {
        for (int n = 0; n < 25; n++) {
            cases.open(n);
        }
        jdbc.sql("update case_file set opened_at = ?").param(Cases.at(0)).update();
        List<String> seen = new ArrayList<>();
        ListPlace after = null;
        for (List<CaseRow> page = selection.page(CaseCriteria.ALL, null, 10);
                !page.isEmpty();
                page = selection.page(CaseCriteria.ALL, after, 10)) {
            page.forEach(row -> seen.add(row.number()));
            after = page.get(page.size() - 1).place();
        }
        assertThat(seen).hasSize(25);
        assertThat(new HashSet<>(seen)).hasSize(25);
    }

    @Test
    void counting_stops_at_a_thousand() {
        for (int n = 0; n < CaseSelection.COUNTED + 5; n++) {
            cases.open(n);
        }
        assertThat(selection.count(CaseCriteria.ALL)).isEqualTo(CaseSelection.COUNTED + 1);
        assertThat(selection.countAll(CaseCriteria.ALL)).isEqualTo(CaseSelection.COUNTED + 5);
        assertThat(selection.count(Cases.where("owner", "nobody"))).isZero();
    }

    @Test
    void a_mark_is_kept_once_and_only_of_a_case() {
        String number = cases.open(1);
        marks.add(number, MarkKind.GROUP, "legal");
        marks.add(number, MarkKind.GROUP, "legal");
        marks.add("no case", MarkKind.GROUP, "legal");
        marks.add(number, MarkKind.GROUP, "x".repeat(CaseMarks.LONGEST));
        assertThat(jdbc.sql("select count(*) from case_mark")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        marks.add(number, MarkKind.GROUP, "communications");
        assertThat(marks.known(MarkKind.GROUP)).containsExactly("communications", "legal");
        assertThat(marks.known(MarkKind.CLOCK)).isEmpty();
    }

    @Test
    void cases_from_before_get_their_marks() throws Exception {
        String number = cases.open(1);
        jdbc.sql("insert into case_clock (case_number, name, amount, unit, started_at, due_at, breached_at)"
                        + " values (?, 'promise-17', 1, 'BUSINESS_DAYS', ?, ?, ?)")
                .params(number, Cases.at(0), Cases.at(0), Cases.at(0))
                .update();
        try (Connection connection = database().getConnection()) {
            OldMarks.fill(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        assertThat(found("clock", "promise")).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | 42 | broken | is not a whole case number",
                "number | CMP-2026-999999 | hopeless | is the number of no case",
                "customer | C-404 | hopeless | nobody whom the house knows",
                "customer | nobody@example.org | hopeless | nobody whom the house knows",
                "process | invoice | broken | is none of Complaint, Lost customer, Media crisis",
                "state | lost | broken | is none of open, unanswered, closed",
                "owner | ghost | hopeless | is neither the name nor the user name of anybody, and never owned a case",
                "group | pilots | hopeless | had no task of any case",
                "decision | S1 | broken | does not name a table and an answer of it; choose one from the list",
                "decision | complaint-severity=S9 | hopeless | answered S1, S2",
                "decision | horoscope=good | hopeless | names a table that decided on no case",
                "clock | tea | hopeless | was never breached on any case",
                "kept | tea | broken | does not name a clock and how it was kept, such as",
                "kept | tea=met | hopeless | names a clock that no case ever had",
                "letter | burnt | broken | is none of waiting to be sent, sent,",
                "text | ?!… | hopeless | has neither a letter nor a digit in it",
                "after | xx | broken | is no place in this list",
                "from | 2030-01-01 | hopeless | lies after today (2026-03-02)",
                "closedFrom | 2030-01-01 | hopeless | lies after today (2026-03-02)",
                "from | 2026-02-30 | broken | is not a day such as 2026-01-31",
                "to | 1066-10-14 | broken | lies outside of 1970-01-01"
            })
    void what_cannot_match_says_why(String field, String typed, String which, String says) {
        String number = cases.open(1);
        marks.add(number, MarkKind.DECISION, "complaint-severity=S1");
        marks.add(number, MarkKind.DECISION, "complaint-severity=S2");

        SearchReader.Understood understood = reader.read(typed(Map.of(field, typed)));

        List<Finding> findings = which.equals("broken") ? understood.broken() : understood.hopeless();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.reason()).contains(says);
        });
        assertThat(understood.matchable()).isFalse();
    }

    @Test
    void a_period_that_ends_before_it_begins_is_broken() {
        SearchReader.Understood understood = reader.read(typed(Map.of("from", "2026-03-02", "to", "2026-03-01")));
        assertThat(understood.broken()).extracting(Finding::field).containsExactly("from");
        understood = reader.read(typed(Map.of("closedFrom", "2026-03-02", "closedTo", "2026-03-01")));
        assertThat(understood.broken()).extracting(Finding::field).containsExactly("closedFrom");
    }

    @Test
    void a_case_does_not_close_before_it_opens() {
        SearchReader.Understood understood = reader.read(typed(Map.of("from", "2026-03-02", "closedTo", "2026-03-01")));
        assertThat(understood.hopeless()).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("from");
            assertThat(finding.reason()).contains("lies after the last day of closing (2026-03-01)");
        });
    }

    @Test
    void what_is_no_field_of_the_search_is_said() {
        assertThat(reader.read(typed(Map.of()), Set.of("before", "state", "export", "after"))
                        .broken())
                .extracting(Finding::field)
                .containsExactly("before");
    }

    @Test
    void which_criterion_no_case_meets_or_which_two_no_case_meets_at_once_is_said() {
        String complaint = cases.add(1, "complaint", "open", "agent", "C-000001");
        String crisis = cases.add(2, "media-crisis", "closed", "media", "C-000002");
        cases.word(complaint, "kettle");
        cases.letter(complaint, "bounced");
        marks.add(crisis, MarkKind.CLOCK, "coverage");

        assertThat(why("process", "complaint", "number", crisis))
                .containsExactly("Case number “" + crisis + "” and Process “Complaint”: no case fits both");
        assertThat(why("process", "complaint", "clock", "coverage"))
                .containsExactly("Process “Complaint” and Clock that was breached “Coverage”: no case fits both");
        assertThat(why("letter", "refused", "state", "open"))
                .containsExactly("A letter that is “refused for good”: no case fits this");
        assertThat(why("text", "kettle zz", "state", "open"))
                .singleElement()
                .asString()
                .startsWith("Find “kettle zz”: no case has a word that begins with “zz”");
        assertThat(why("text", "zz", "process", "complaint", "number", crisis))
                .as("both what nobody meets and what clashes")
                .hasSize(2);
        assertThat(why("text", "kettle", "process", "media-crisis"))
                .containsExactly("Find “kettle” and Process “Media crisis”: no case fits both");
    }

    @Test
    void three_that_only_fit_in_twos_are_said() {
        cases.add(1, "complaint", "open", "agent", "C-000001");
        cases.add(2, "complaint", "closed", "retention", "C-000001");
        cases.add(3, "media-crisis", "closed", "agent", "C-000001");
        assertThat(why("process", "complaint", "state", "closed", "owner", "agent"))
                .singleElement()
                .asString()
                .startsWith("Any two of these fit some case, yet no case fits all of them: Process “Complaint”");
    }

    @Test
    void an_owner_is_found_by_name() {
        when(people.members("legal")).thenReturn(List.of());
        when(people.members("communications"))
                .thenReturn(List.of(
                        new Person("mei", "Mei Lin", null),
                        new Person("mel", "Mel Linden", null),
                        new Person("mel2", "Mel Linden", null)));
        assertThat(owner("mei lin")).isEqualTo("mei");
        assertThat(owner("Mei")).isEqualTo("mei");
        assertThat(owner("lin mei")).isEqualTo("mei");
        assertThat(reader.read(typed(Map.of("owner", "Mel Linden"))).hopeless())
                .extracting(Finding::reason)
                .containsExactly("may be any of Mel Linden (mel), Mel Linden (mel2)");
    }

    @Test
    void how_a_clock_was_kept_may_be_said_in_words() {
        assertThat(Kept.read("First contact: late at least once")).contains(new Kept("first-contact", KeptFate.MISSED));
        assertThat(Kept.read("first-contact=missed")).contains(new Kept("first-contact", KeptFate.MISSED));
    }

    private String owner(String typed) {
        return reader.read(typed(Map.of("owner", typed))).criteria().owner();
    }

    private List<String> why(String... fields) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            given.put(fields[i], fields[i + 1]);
        }
        return noMatch.why(typed(given));
    }

    @Test
    void what_is_typed_loosely_is_understood() {
        String number = cases.add(1, "complaint", "open", "left", "C-000007");
        when(people.person("agent")).thenReturn(Optional.of(new Person("agent", "Kim", null)));

        SearchReader.Understood understood = reader.read(typed(Map.of(
                "number", " " + number.toLowerCase(Locale.ROOT),
                "customer", "c-000007",
                "owner", "left",
                "text", "Smith, smith")));

        assertThat(understood.findings()).isEmpty();
        assertThat(understood.criteria().words()).containsExactly("smith");
        assertThat(understood.criteria().customers()).isEqualTo(Set.of("C-000007"));
        assertThat(selection.page(understood.criteria(), null, 10))
                .extracting(CaseRow::number)
                .containsExactly(number);
        assertThat(reader.read(typed(Map.of("owner", "agent"))).matchable()).isTrue();
    }

    static AuditSearch typed(Map<String, String> fields) {
        return new AuditSearch(
                fields.get("text"),
                fields.get("number"),
                fields.get("customer"),
                fields.get("process"),
                fields.get("state"),
                fields.get("owner"),
                fields.get("group"),
                fields.get("decision"),
                fields.get("clock"),
                fields.get("kept"),
                fields.get("letter"),
                fields.get("from"),
                fields.get("to"),
                fields.get("closedFrom"),
                fields.get("closedTo"),
                fields.get("after"));
    }

    private List<String> found(String field, String value) {
        return selection.page(Cases.where(field, value), null, 100).stream()
                .map(CaseRow::number)
                .toList();
    }
}
