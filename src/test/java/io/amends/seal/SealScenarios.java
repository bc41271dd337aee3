package io.amends.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecords;
import io.amends.casefile.CaseSeals;
import io.amends.casefile.TimelineEntry;
import io.amends.complaint.CustomerVoice;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.scenario.Scenario;
import io.amends.scenario.ServiceDesk;
import io.amends.scenario.Staff;
import io.amends.staff.StaffAccounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closed cases are sealed, and whatever is done to them past the house is found. The database is new, for nobody else's cases count; each
 * test that breaks something puts it right again.
 */
@Scenario
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SealScenarios {

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Letters letters;

    @Autowired
    DueTable due;

    @Autowired
    HeadTable heads;

    @Autowired
    Clock clock;

    @Autowired
    CaseFiles cases;

    @Autowired
    Seals seals;

    @Autowired
    SealMaker maker;

    @Autowired
    SealWatch watch;

    @Autowired
    SealCheck check;

    @Autowired
    HeadMail mail;

    @Autowired
    SealTable table;

    @Autowired
    CaseRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
        // what other tests left half done is none of ours
        sealed();
    }

    // ------------------------------------------------------------ sealing

    @Test
    void a_case_is_sealed_once_it_is_closed_and_has_come_to_rest() {
        String open = desk.complains(desk.somebody());
        String closed = closed();
        assertThat(seals.of(closed)).isEmpty();
        sealed();
        assertThat(seals.of(open)).isEmpty();
        CaseSeal seal = seals.of(closed).orElseThrow();
        assertThat(seal.part()).isEqualTo(1);
        assertThat(seal.due()).isFalse();
        assertThat(table.head().seq()).isEqualTo(seal.seq());
        assertThat(sealed()).as("nothing more to seal").isZero();
        assertIntact();
    }

    @Test
    void a_seal_says_nothing_about_people() {
        String mail = desk.somebody();
        String caseNumber = closed(mail);
        sealed();
        String document = table.latest(caseNumber).orElseThrow().document();
        assertThat(document)
                .contains("case_file", "act_hi_varinst", "letter", "commitment")
                .contains(lastLetter(caseNumber).id())
                .doesNotContain(mail)
                .doesNotContain("Toni")
                .doesNotContain("arrived broken");
        assertThat(document)
                .as("written in the one form that there is")
                .doesNotContain("\n")
                .doesNotContain("\t")
                .startsWith("{\"case\":\"" + caseNumber + "\",\"format\":\"1\",\"tables\":{\"act_ge_bytearray\":");
    }

    @Test
    void many_who_seal_at_once_make_one_chain() throws Exception {
        List<String> closed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            closed.add(closed());
        }
        long before = table.head().seq();
        int nodes = 3;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService all = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Integer>> made = new ArrayList<>();
            desk.passes(Duration.ofSeconds(6));
            for (int i = 0; i < nodes; i++) {
                made.add(all.submit(() -> {
                    together.await();
                    return watch.sealAll();
                }));
            }
            int sum = 0;
            for (Future<Integer> one : made) {
                sum += one.get();
            }
            assertThat(sum).isEqualTo(closed.size());
        } finally {
            all.shutdownNow();
        }
        assertThat(table.head().seq()).isEqualTo(before + closed.size());
        assertThat(closed).allSatisfy(one -> assertThat(seals.of(one)).isPresent());
        assertIntact();
    }

    // ------------------------------------------------------------ what may change afterwards

    @Test
    void a_letter_that_comes_back_after_the_seal_becomes_a_further_part() {
        String caseNumber = closed();
        sealed();
        letters.bounced(lastLetter(caseNumber).id(), "550 no such user");
        SealReport between = check.check(caseNumber);
        assertThat(between.intact()).isTrue();
        assertThat(between.waiting()).isEqualTo(1);
        desk.settle();
        finishTasks(caseNumber);
        sealed();
        assertThat(seals.of(caseNumber).orElseThrow().part()).isGreaterThan(1);
        assertRecordTellsItsSeals(caseNumber);
        assertIntact();
    }

    private void assertRecordTellsItsSeals(String caseNumber) {
        CaseRecord record = records.whole(desk.file(caseNumber));
        assertThat(record.seals().head()).isEqualTo(table.head().toString());
        assertThat(record.seals().parts())
                .extracting(CaseSeals.Part::hash, CaseSeals.Part::recordHash, CaseSeals.Part::previousHash)
                .containsExactlyElementsOf(table.of(caseNumber).stream()
                        .map(seal -> tuple(seal.hash(), seal.recordHash(), seal.previousHash()))
                        .toList());
        assertThat(record.entries().stream().filter(entry -> entry.what().startsWith("Sealed as No. ")))
                .extracting(TimelineEntry::at)
                .containsExactlyElementsOf(
                        table.of(caseNumber).stream().map(Seal::sealedAt).toList());
    }

    @Test
    void a_case_that_is_linked_to_another_one_later_becomes_a_further_part() {
        String first = closed();
        String second = closed();
        sealed();
        new TransactionTemplate(transactions).executeWithoutResult(status -> cases.link(first, second, "related"));
        assertThat(check.check(first).intact()).isTrue();
        sealed();
        assertThat(seals.of(first).orElseThrow().part()).isEqualTo(2);
        assertThat(seals.of(second).orElseThrow().part()).isEqualTo(2);
        assertThat(seals.of(second).orElseThrow().why()).isEqualTo("linked");
        assertIntact();
    }

    @Test
    void operators_see_what_waits_for_its_seal_for_too_long() {
        closed();
        sealed();
        assertThat(standing(Duration.ofHours(2)).overdue()).isZero();
        String caseNumber = closed();
        assertThat(standing(Duration.ofMinutes(50)).overdue()).isZero();
        assertThat(standing(Duration.ofHours(2)).overdue()).isEqualTo(1);
        assertThat(standing(Duration.ofHours(2)).lost()).isEmpty();
        assertThat(standing(Duration.ofHours(2)).waiting()).isEqualTo(1);
        due.forget(caseNumber);
        assertThat(standing(Duration.ofHours(2)).lost()).contains(caseNumber);
        seals.changed(caseNumber, "closed");
        sealed();
        assertThat(standing(Duration.ofHours(2)).lost()).isEmpty();
        assertThat(standing(Duration.ofHours(2)).overdue()).isZero();
        assertThat(standing(Duration.ZERO).lastSeal()).isPresent();
        mail.mailIfDue();
        assertThat(standing(Duration.ofHours(40)).mailOverdue()).isFalse();
        assertThat(standing(Duration.ofHours(80)).mailOverdue())
                .isEqualTo(standing(Duration.ZERO).lastMail().isPresent());
    }

    /** As it will be then, where an hour is too long. */
    private SealStanding standing(Duration later) {
        SealProperties properties = new SealProperties(
                Duration.ofSeconds(10),
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                "seals@outside.example",
                "Keeper",
                "en",
                LocalTime.of(6, 0));
        return new SealStanding(table, due, heads, properties, Clock.offset(clock, later));
    }

    @Test
    void what_the_house_took_back_makes_no_further_part() {
        String caseNumber = closed();
        sealed();
        long before = table.head().seq();
        seals.changed(caseNumber, "touched");
        assertThat(seals.of(caseNumber).orElseThrow().due()).isTrue();
        sealed();
        assertThat(seals.of(caseNumber).orElseThrow().due()).isFalse();
        assertThat(table.head().seq()).isEqualTo(before);
    }

    // ------------------------------------------------------------ what is found

    @Test
    void an_edited_value_is_named_wherever_it_stands() {
        String caseNumber = closed();
        sealed();
        found(caseNumber, "act_hi_varinst", "name_ = 'severity'", "text_", "'S1'");
        found(caseNumber, "act_hi_actinst", "act_id_ = 'Task_ContactCustomer'", "assignee_", "'agent2'");
        found(caseNumber, "act_hi_taskinst", "task_def_key_ = 'Task_ContactCustomer'", "end_time_", "null");
        found(caseNumber, "case_clock", "name = 'resolve'", "due_at", "due_at + interval '1' day");
        found(caseNumber, "letter", "letter = 'acknowledgement'", "sent_at", "sent_at - interval '1' hour");
        found(caseNumber, "case_file", "1 = 1", "outcome", "'withdrawn'");
        Broken words = found(caseNumber, "letter", "letter = 'acknowledgement'", "body_text", "'Something else'");
        assertThat(words.sealed()).as("what people wrote is told by nobody").isNull();
        assertThat(words.found()).isNull();
        Broken severity = found(caseNumber, "act_hi_detail", "name_ = 'severity'", "text_", "'S1'");
        assertThat(severity.found()).isEqualTo("S1");
        assertThat(severity.sealed()).isNotEqualTo("S1").isNotNull();
        found(caseNumber, "complaint", "1 = 1", "name", "'Somebody else'");
        assertIntact();
    }

    @Test
    void a_row_that_was_deleted_or_added_is_named() {
        String caseNumber = closed();
        sealed();
        undone(() -> {
            jdbc.sql("delete from case_clock_pause where case_number = ?")
                    .param(caseNumber)
                    .update();
            int gone = jdbc.sql("delete from act_hi_varinst where name_ = 'severity' and proc_inst_id_ in ("
                            + "select id_ from act_hi_procinst where business_key_ = ?)")
                    .param(caseNumber)
                    .update();
            assertThat(gone).isPositive();
            assertThat(broken(caseNumber).what()).isEqualTo("missing-row");
            assertThat(broken(caseNumber).table()).isIn("act_hi_varinst", "case_clock_pause");
        });
        undone(() -> {
            jdbc.sql(
                            "insert into case_report (case_number, reported_at, reported_by, label) values (?, ?, 'agent', 'x')")
                    .params(caseNumber, SealTable.utc(desk.now()))
                    .update();
            assertThat(broken(caseNumber).what()).isEqualTo("added-row");
            assertThat(broken(caseNumber).table()).isEqualTo("case_report");
        });
        assertIntact();
    }

    @Test
    void a_case_that_is_gone_without_a_word_is_named() {
        String caseNumber = closed();
        sealed();
        undone(() -> {
            for (String one : List.of("case_word", "case_link", "case_report", "case_handover", "case_file")) {
                jdbc.sql("delete from " + one + " where case_number = ?")
                        .param(caseNumber)
                        .update();
            }
            assertThat(broken(null).what()).isEqualTo("missing-case");
        });
    }

    @Test
    void a_seal_that_was_edited_is_the_first_broken_link() {
        threeSeals();
        long seq = table.head().seq() - 1;
        undone(() -> {
            jdbc.sql("update seal set why = 'nothing' where seq = ?").param(seq).update();
            assertThat(broken(null).seq()).isEqualTo(seq);
            assertThat(broken(null).what()).isEqualTo("changed-seal");
        });
        undone(() -> {
            jdbc.sql("update seal set document = ? where seq = ?")
                    .params(Packed.pack("{}"), seq)
                    .update();
            assertThat(broken(null).what()).isEqualTo("changed-record");
        });
        undone(() -> {
            jdbc.sql("update seal set document = null where seq = ?").param(seq).update();
            assertThat(broken(null).what()).isEqualTo("missing-record");
        });
        undone(() -> {
            jdbc.sql("delete from seal_key where case_number = ?")
                    .param(table.find(seq).orElseThrow().caseNumber())
                    .update();
            assertThat(broken(null).what()).isEqualTo("missing-key");
        });
        assertIntact();
    }

    @Test
    void a_record_that_was_made_anew_together_with_its_hashes_does_not_fit_the_next_seal() {
        threeSeals();
        long seq = table.head().seq() - 1;
        undone(() -> {
            Seal was = table.find(seq).orElseThrow();
            String forged = Objects.requireNonNull(was.document()).replace("closed", "opened");
            String recordHash = Canonical.hash(forged);
            jdbc.sql("update seal set document = ?, record_hash = ?, hash = ? where seq = ?")
                    .params(
                            Packed.pack(forged),
                            recordHash,
                            Seal.hash(
                                    seq,
                                    was.caseNumber(),
                                    was.part(),
                                    was.sealedAt(),
                                    was.why(),
                                    recordHash,
                                    was.previousHash()),
                            seq)
                    .update();
            // the case says something else than its forged record, so that is found even before the next link
            assertThat(broken(null).seq()).isEqualTo(seq);
        });
    }

    @Test
    void a_seal_that_was_deleted_is_named() {
        threeSeals();
        long seq = table.head().seq() - 1;
        undone(() -> {
            jdbc.sql("delete from seal where seq = ?").param(seq).update();
            assertThat(broken(null).seq()).isEqualTo(seq);
            assertThat(broken(null).what()).isEqualTo("missing-seal");
        });
    }

    @Test
    void seals_that_changed_places_are_named() {
        threeSeals();
        long seq = table.head().seq() - 1;
        undone(() -> {
            jdbc.sql("update seal set seq = -1 where seq = ?").param(seq).update();
            jdbc.sql("update seal set seq = ? where seq = ?")
                    .params(seq, seq + 1)
                    .update();
            jdbc.sql("update seal set seq = ? where seq = -1").param(seq + 1).update();
            assertThat(broken(null).seq()).isEqualTo(seq);
            assertThat(broken(null).what()).isEqualTo("changed-chain");
        });
    }

    @Test
    void an_end_that_was_cut_off_is_found() {
        threeSeals();
        Seal last = table.find(table.head().seq()).orElseThrow();
        undone(() -> {
            jdbc.sql("delete from seal where seq = ?").param(last.seq()).update();
            assertThat(broken(null).what()).isEqualTo("missing-seal");
            // whoever does it well puts the head back, too
            jdbc.sql("update seal_chain set seq = ?, hash = ? where id = 1")
                    .params(last.seq() - 1, last.previousHash())
                    .update();
            desk.passes(Duration.ofHours(1));
            Broken broken = broken(null);
            assertThat(broken.what()).isEqualTo("no-seal");
            assertThat(broken.caseNumber()).isEqualTo(last.caseNumber());
            SealReport withHead = check.check(0, Long.MAX_VALUE, new SealHead(last.seq(), last.hash()));
            assertThat(Objects.requireNonNull(withHead.firstBroken()).what()).isEqualTo("other-head");
        });
    }

    @Test
    void a_chain_that_was_made_anew_does_not_have_the_head_that_was_mailed() {
        threeSeals();
        SealHead mailed = table.head();
        closed();
        sealed();
        undone(() -> {
            jdbc.sql("insert into seal_head (on_day, seq, hash, mailed_at) values (date '2001-01-01', ?, ?, ?)")
                    .params(mailed.seq(), Canonical.hash("another"), SealTable.utc(desk.now()))
                    .update();
            assertThat(broken(null).what()).isEqualTo("other-head");
        });
        assertThat(check.check(0, Long.MAX_VALUE, mailed).intact()).isTrue();
        assertThat(check.check(0, Long.MAX_VALUE, new SealHead(mailed.seq(), Canonical.hash("another")))
                        .intact())
                .isFalse();
    }

    @Test
    void a_check_can_go_on_where_it_stopped() {
        threeSeals();
        long after = 0;
        long checked = 0;
        SealReport report;
        do {
            report = check.check(after, 2, null);
            assertThat(report.intact()).isTrue();
            checked += report.checked();
            after = Objects.requireNonNullElse(report.next(), 0L);
        } while (report.next() != null);
        assertThat(checked).isEqualTo(table.count());
    }

    // ------------------------------------------------------------ erasing and deleting

    @Test
    void a_person_who_is_erased_leaves_the_chain_whole_and_nothing_to_guess_by() {
        String caseNumber = closed();
        sealed();
        String key = table.key(caseNumber).orElseThrow();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update complaint set name = 'erased', mail = null, narrative = 'erased' where case_number = ?")
                    .param(caseNumber)
                    .update();
            seals.erased(caseNumber, "12");
        });
        assertThat(table.key(caseNumber).orElseThrow()).isNotEqualTo(key);
        CaseSeal seal = seals.of(caseNumber).orElseThrow();
        assertThat(seal.part()).isEqualTo(2);
        assertThat(seal.why()).isEqualTo("erased 12");
        assertIntact();
        found(caseNumber, "complaint", "1 = 1", "narrative", "'Put back'");
    }

    @Test
    void a_case_that_is_deleted_leaves_the_chain_whole() {
        String caseNumber = closed();
        String other = closed();
        sealed();
        undone(() -> {
            for (String one : List.of("case_word", "case_link", "case_report", "case_handover", "case_file")) {
                jdbc.sql("delete from " + one + " where case_number = ?")
                        .param(caseNumber)
                        .update();
            }
            seals.deleted(caseNumber, "retention 7");
            SealReport report = check.check(0, Long.MAX_VALUE, null);
            assertThat(report.firstBroken()).isNull();
            assertThat(seals.lines(caseNumber)).hasSize(2).first().asString().endsWith("\t-");
            assertThat(seals.of(other)).isPresent();
        });
    }

    // ------------------------------------------------------------ the head outside the house

    @Test
    void the_head_is_mailed_once_a_day() {
        threeSeals();
        noonComes();
        SealHead head = table.head();
        mail.mailIfDue();
        noonComes();
        assertThat(mail.mailIfDue()).isTrue();
        assertThat(mail.mailIfDue()).isFalse();
        desk.settle();
        LetterView letter = letters.of(SealLetters.reference(desk.today())).get(0);
        assertThat(letter.letter()).isEqualTo("seal-head");
        assertThat(letter.text()).contains(head.toString());
        assertThat(letter.fate()).isEqualTo("sent");
        assertIntact();
    }

    /** The next day, long after the hour at which the head is mailed. */
    private void noonComes() {
        desk.comes(desk.today()
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(desk.zone())
                .toInstant());
    }

    // ------------------------------------------------------------ the page and the API

    @Test
    void auditors_check_by_the_api_and_nobody_else_does() throws Exception {
        String caseNumber = closed();
        sealed();
        browser.perform(get("/api/audit/verify").with(auditor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.total").value(table.count()))
                .andExpect(jsonPath("$.head").value(table.head().toString()));
        browser.perform(get("/api/audit/verify").param("case", caseNumber).with(auditor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.compared").value(1));
        browser.perform(get("/api/audit/verify")
                        .param("case", "CMP-1999-000001")
                        .with(auditor()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("case"));
        browser.perform(get("/api/audit/verify")
                        .param("case", caseNumber.toLowerCase(Locale.ROOT))
                        .with(auditor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.compared").value(1));
        browser.perform(get("/api/audit/verify")
                        .param("case", desk.complains(desk.somebody()))
                        .with(auditor()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.reason").value(containsString("is not closed")));
        browser.perform(get("/api/audit/verify").param("after", "9999").with(auditor()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("after"));
        browser.perform(get("/api/audit/verify").param("head", "nonsense").with(auditor()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("head"));
        browser.perform(get("/api/audit/verify").param("limit", "0").with(auditor()))
                .andExpect(status().isBadRequest());
        browser.perform(get("/api/audit/verify")
                        .with(user("agent").authorities(new SimpleGrantedAuthority("ROLE_service-agents"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_page_tells_the_head_and_the_chain_can_be_taken_away() throws Exception {
        threeSeals();
        browser.perform(get("/audit/seals").with(auditor()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(table.head().toString())));
        String file = browser.perform(get("/audit/seals.txt").with(auditor()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines()).hasSize((int) table.count());
        assertThat(file.lines().toList().get(0)).startsWith("1\t");
    }

    @Test
    void auditors_take_the_program_that_checks_away_and_nobody_else_does() throws Exception {
        for (String name : List.of("CheckSeals.java", "README.md")) {
            browser.perform(get("/audit/seals").with(auditor()))
                    .andExpect(content().string(containsString("/audit/seals/" + name)));
            browser.perform(get("/audit/seals/" + name).with(auditor()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", containsString(name)))
                    .andExpect(content().bytes(Files.readAllBytes(Path.of("docs/seal-check", name))));
            browser.perform(get("/audit/seals/" + name)
                            .with(user("agent").authorities(new SimpleGrantedAuthority("ROLE_service-agents"))))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void what_is_no_head_is_no_head() {
        assertThat(SealHead.parse("12:abc")).isEmpty();
        assertThat(SealHead.parse("")).isEmpty();
        SealHead head = new SealHead(12, Canonical.hash("x"));
        assertThat(SealHead.parse(" " + head + " ")).contains(head);
        assertThatThrownBy(() -> Canonical.json(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RequestPostProcessor auditor() {
        return user("auditor")
                .authorities(new SimpleGrantedAuthority("ROLE_auditors"), new SimpleGrantedAuthority("auditors"));
    }

    private void threeSeals() {
        closed();
        closed();
        closed();
        sealed();
    }

    private String closed() {
        return closed(desk.somebody());
    }

    private String closed(String mail) {
        String caseNumber = desk.complains(mail);
        desk.does("agent", caseNumber, "Task_ContactCustomer", ServiceDesk.contactFields("yes"));
        desk.passes(Duration.ofDays(14));
        voice.surveyAnswered(caseNumber, 9, null, null, null, null, null);
        desk.settle();
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        return caseNumber;
    }

    private int sealed() {
        desk.passes(Duration.ofSeconds(6));
        return watch.sealAll();
    }

    private LetterView lastLetter(String caseNumber) {
        List<LetterView> all = letters.of(caseNumber);
        return all.get(all.size() - 1);
    }

    /** A letter that came back makes a task; here somebody does it. */
    private void finishTasks(String caseNumber) {
        for (String task : desk.openTasks(caseNumber)) {
            desk.does("agent", caseNumber, task, Map.of("reachedBy", "phone", "reachNote", "Told by phone"));
        }
        desk.settle();
    }

    private void assertIntact() {
        SealReport report = check.check(0, Long.MAX_VALUE, null);
        assertThat(report.firstBroken()).isNull();
        assertThat(report.intact()).isTrue();
        assertThat(report.checked()).isEqualTo(table.count());
    }

    private Broken broken(@Nullable String caseNumber) {
        SealReport report = caseNumber == null ? check.check(0, Long.MAX_VALUE, null) : check.check(caseNumber);
        assertThat(report.intact()).isFalse();
        return Objects.requireNonNull(report.firstBroken());
    }

    /** Changes a value by SQL, and the check names it. */
    private Broken found(String caseNumber, String where, String which, String column, String value) {
        Broken[] named = new Broken[1];
        undone(() -> {
            String rows = where.startsWith("act_hi")
                    ? "proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)"
                    : "case_number = ?";
            assertThat(jdbc.sql("update " + where + " set " + column + " = " + value + " where " + which + " and "
                                    + rows)
                            .param(caseNumber)
                            .update())
                    .isPositive();
            Broken broken = broken(caseNumber);
            assertThat(broken.what()).isEqualTo("changed-value");
            assertThat(broken.caseNumber()).isEqualTo(caseNumber);
            assertThat(broken.table()).isEqualTo(where);
            assertThat(broken.column()).isEqualTo(column);
            named[0] = broken;
        });
        return named[0];
    }

    /** Whatever the work does to the database is taken back. */
    private void undone(Runnable work) {
        Consumer<TransactionStatus> once = status -> {
            work.run();
            status.setRollbackOnly();
        };
        new TransactionTemplate(transactions).executeWithoutResult(once);
    }
}
