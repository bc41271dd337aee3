package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.testing.Tables;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register of cases does, on whichever database. */
abstract class RegisterContract {

    private static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final OffsetDateTime DAY = MORNING.atOffset(ZoneOffset.UTC);
    private static final Reader AGENT = new Reader("agent", Set.of("service-agents"));

    private final Clock clock = Clock.fixed(MORNING, ZoneOffset.UTC);
    private final List<Object> said = new ArrayList<>();
    private JdbcClient jdbc;
    private JdbcCaseFiles files;
    private CaseSearch search;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void anEmptyDatabase() throws Exception {
        DataSource database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        files = new JdbcCaseFiles(jdbc, new JdbcTemplate(database), said::add, clock);
        search = new CaseSearch(jdbc, new CaseAccess(jdbc));
    }

    @Test
    void numbers_follow_each_other_within_a_kind_of_case() {
        assertThat(open("delivery")).isEqualTo("CMP-2026-000001");
        assertThat(open("delivery")).isEqualTo("CMP-2026-000002");
        assertThat(files.open("LCR", "lost-customer", "drifted", null, MORNING)).isEqualTo("LCR-2026-000001");
        assertThatThrownBy(() -> files.open("XYZ", "complaint", "delivery", null, MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_number_is_given_twice_when_many_open_at_once() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> opened = IntStream.range(0, 40)
                    .mapToObj(n -> people.submit(() -> open("delivery")))
                    .toList();
            Set<String> numbers = new HashSet<>();
            for (Future<String> number : opened) {
                numbers.add(number.get());
            }
            assertThat(numbers).hasSize(40);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void the_first_owner_stays() {
        String number = open("delivery");
        files.takeOwnership(number, "agent");
        files.takeOwnership(number, "agent2");
        assertThat(files.find(number).orElseThrow().owner()).isEqualTo("agent");
    }

    @Test
    void a_case_closes_once_and_an_unanswered_one_reopens() {
        String number = open("delivery");
        files.markUnanswered(number);
        assertThat(files.find(number).orElseThrow())
                .returns("unanswered", CaseFile::state)
                .returns(MORNING, CaseFile::closedAt);
        files.reopen(number);
        assertThat(files.find(number).orElseThrow())
                .returns("open", CaseFile::state)
                .returns(null, CaseFile::closedAt);
        files.close(number, "agreed");
        files.close(number, "withdrawn");
        assertThat(files.find(number).orElseThrow().outcome()).isEqualTo("agreed");
    }

    @Test
    void a_link_is_seen_from_both_cases_and_kept_once() {
        String later = open("delivery");
        String earlier = open("delivery");
        files.link(later, earlier, "repeat-of");
        files.link(later, earlier, "repeat-of");
        assertThat(files.linksOf(later)).containsExactly(new CaseLink(earlier, "repeat-of"));
        assertThat(files.linksOf(earlier)).containsExactly(new CaseLink(later, "repeated-by"));
    }

    @Test
    void open_cases_of_a_customer_come_newest_first() {
        String first = files.open("CMP", "complaint", "delivery", "C-000007", MORNING.minusSeconds(60));
        String second = files.open("CMP", "complaint", "billing", "C-000007", MORNING);
        files.close(files.open("CMP", "complaint", "other", "C-000007", MORNING), "agreed");
        assertThat(files.openCasesOf("C-000007", "complaint"))
                .extracting(CaseFile::number)
                .containsExactly(second, first);
        assertThat(files.casesOf("C-000007")).hasSize(3);
    }

    @Test
    void who_of_many_has_an_open_case_is_one_question() {
        files.open("CMP", "complaint", "delivery", "C-1", MORNING);
        files.open("CMP", "complaint", "billing", "C-1", MORNING);
        files.open("LCR", "lost-customer", "silence", "C-2", MORNING);
        files.close(files.open("CMP", "complaint", "other", "C-3", MORNING), "agreed");
        List<String> many = IntStream.range(0, 2_500).mapToObj(n -> "C-" + n).toList();
        assertThat(files.withOpenCases(many, "complaint")).containsExactly("C-1");
        assertThat(files.withOpenCases(many, "lost-customer")).containsExactly("C-2");
        assertThat(files.withOpenCases(List.of(), "complaint")).isEmpty();
    }

    @Test
    void who_finds_out_which_customer_it_is_tells_whoever_listens() {
        String number = open("delivery");
        files.identify(number, "C-000123");
        assertThat(said).containsExactly(new CaseIdentified(number, "C-000123"));
    }

    @Test
    void a_case_is_found_by_number_name_mail_customer_and_subject() {
        String number = open("delivery");
        files.describeParty(number, "Ann Hartmann", "ann.hartmann@example.org");
        files.identify(number, "C-000123");
        open("billing");
        for (String text : List.of(
                number,
                "hart",
                "HARTMANN ann",
                "ann.hartmann@example.org",
                "ann.hartmann@exam",
                "c-000123",
                "123",
                "deliv",
                "1 delivery")) {
            assertThat(found(text)).as(text).containsExactly(number);
        }
        assertThat(found("hartmut")).isEmpty();
        assertThat(found("ann billing")).isEmpty();
        assertThat(found("h%")).isEmpty();
    }

    @Test
    void a_whole_mail_address_finds_whose_it_is_and_not_those_that_begin_alike() {
        String shorter = open("delivery");
        files.describeParty(shorter, null, "zoe@example.co");
        String longer = open("delivery");
        files.describeParty(longer, null, "zoe@example.com");

        assertThat(found("zoe@example.co")).containsExactly(shorter);
        assertThat(found("zoe@example.com")).containsExactly(longer);
        assertThat(found("zoe@exam")).containsExactlyInAnyOrder(shorter, longer);
    }

    @Test
    void a_new_name_replaces_the_old_one_in_the_search() {
        String number = open("delivery");
        files.describeParty(number, "Ann Hartmann", null);
        files.describeParty(number, "Ann Weber", null);
        assertThat(found("hartmann")).isEmpty();
        assertThat(found("weber")).containsExactly(number);
    }

    @Test
    void a_case_is_found_by_what_people_told_also_when_the_name_is_known_better() {
        String number = open("delivery");
        files.describeParty(number, "Ann Hartmann", null);
        files.describeMatter(number, "Kettle K-200", "The lid is broken, I burnt my hand. 水壶漏水", null);
        files.describeMatter(number, "Broken again, says Hartmann.");
        files.describeParty(number, "Ann Weber", null);
        for (String text : List.of("kettle", "k-200", "burnt", "漏", "hartmann", "weber")) {
            assertThat(found(text)).as(text).containsExactly(number);
        }
        assertThat(found("toaster")).isEmpty();
    }

    @Test
    void cases_from_before_are_found_by_what_was_told_when_they_came() throws Exception {
        String complaint = open("delivery");
        files.describeParty(complaint, "Ann Hartmann", null);
        insert(
                "insert into complaint (case_number, source, name, channel, subject, product, narrative, wish, urgency, harm,"
                        + " safety_risk, legal_threat, media_threat, regulator, language, received_at, taken_at)"
                        + " values (?, 'phone', 'Ann Hartmann', 'phone', 'delivery', 'Kettle K-200', ?, 'A voucher', 'normal',"
                        + " 'none', false, false, false, false, 'en', ?, ?)",
                complaint,
                "The lid is broken, says Hartmann. 水壶漏水",
                DAY,
                DAY);
        String lost = files.open("LCR", "lost-customer", "silence", null, MORNING);
        insert(
                "insert into lost_customer (case_number, customer_number, signal, reference, note, opened_at, value_tier,"
                        + " yearly_value, lifetime_value, second_lifetime_value, assumptions_version)"
                        + " values (?, 'C-000007', 'silence', '1', 'Moved to a rival', ?, 'A', 1, 1, 1, 1)",
                lost,
                DAY);
        String crisis = files.open("MCR", "media-crisis", "kettles", null, MORNING);
        for (String claim : List.of("Kettles burn children", "More kettles burn", CaseTables.MARKER)) {
            insert(
                    "insert into media_event (case_number, kind, source, reported_at, claim, reach, tone, truth, spread,"
                            + " safety_risk, authority) values (?, 'mention', 'desk', ?, ?, 'local', 'bad', 'open', 'slow',"
                            + " false, false)",
                    crisis,
                    DAY,
                    claim);
        }

        fillOldWords();
        fillOldWords();

        assertThat(found("k-200 lid voucher 漏")).containsExactly(complaint);
        assertThat(found("rival")).containsExactly(lost);
        assertThat(found("children more")).containsExactly(crisis);
        assertThat(found(CaseTables.MARKER)).as("what was erased is no word").isEmpty();
        files.describeParty(complaint, "Ann Weber", null);
        assertThat(found("hartmann lid weber"))
                .as("what was told stays, also where it was the name")
                .containsExactly(complaint);
    }

    @Test
    void a_search_narrows_by_state_severity_and_owner() {
        String number = open("delivery");
        files.setSeverity(number, "S1");
        files.takeOwnership(number, "agent");
        files.close(open("delivery"), "agreed");
        assertThat(found(new CaseQuery("", "open", "", "", false, ""))).containsExactly(number);
        assertThat(found(new CaseQuery("", "", "S1", "", false, ""))).containsExactly(number);
        assertThat(found(new CaseQuery("", "", "", "agent", false, ""))).containsExactly(number);
        assertThat(found(new CaseQuery("", "", "", "", true, ""))).containsExactly(number);
        assertThat(found(new CaseQuery("", "unanswered", "", "", false, ""))).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_repetition() {
        for (int n = 0; n < CaseSearch.PAGE * 2 + 5; n++) {
            files.open("CMP", "complaint", "delivery", null, MORNING.plusSeconds(n / 3));
        }
        Set<String> seen = new HashSet<>();
        String after = "";
        int pages = 0;
        for (boolean more = true; more; pages++) {
            CaseSearch.Result page = search.find(new CaseQuery("", "", "", "", false, after), AGENT);
            page.hits().forEach(hit -> assertThat(seen.add(hit.file().number())).isTrue());
            after = page.last();
            more = page.more();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(CaseSearch.PAGE * 2 + 5);
    }

    @Test
    void a_mangled_place_in_the_list_shows_the_first_page() {
        String number = open("delivery");
        assertThat(found(new CaseQuery("", "", "", "", false, "yesterday_x"))).containsExactly(number);
    }

    private void insert(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private void fillOldWords() throws Exception {
        try (Connection connection = database().getConnection()) {
            OldMatterWords.fill(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private String open(String subject) {
        return files.open("CMP", "complaint", subject, null, MORNING);
    }

    private List<String> found(String text) {
        return found(new CaseQuery(text, "", "", "", false, ""));
    }

    private List<String> found(CaseQuery query) {
        return search.find(query, AGENT).hits().stream()
                .map(hit -> hit.file().number())
                .toList();
    }
}
