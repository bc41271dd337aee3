package io.amends.erasure;

import static io.amends.scenario.ServiceDesk.contactFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseRecord;
import io.amends.casefile.CaseRecords;
import io.amends.casefile.TimelineEntry;
import io.amends.complaint.CustomerVoice;
import io.amends.customer.Contact;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal;
import io.amends.scenario.ServiceDesk;
import io.amends.staff.StaffAccounts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is erased, on whichever database: nothing of them stays, and everything that is no person's does. */
abstract class ErasureContract {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseFiles files;

    @Autowired
    CaseRecords records;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureTable table;

    @Autowired
    ErasureWork work;

    @Autowired
    PersonFinder people;

    @Autowired
    Holds holds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate all;

    @Autowired
    Clock clock;

    private String surname;
    private String mail;
    private int phoneEnd;

    @BeforeEach
    void somebody() {
        for (String[] one :
                new String[][] {{"agent", "service-agents"}, {"lead", "team-leads"}, {"manager", "service-managers"}}) {
            accounts.createIfMissing(
                    one[0], one[0], "Example", one[0] + "@amends.example", "a rather long secret", List.of(one[1]));
        }
        phoneEnd = 100 + SERIAL.get();
        surname = "Quickfeather" + letters(SERIAL.incrementAndGet()) + "x";
        mail = surname.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    @Test
    void nothing_of_a_person_stays_in_any_table_and_the_case_still_tells_what_was_done() {
        String caseNumber = closedCase();
        String customer = files.find(caseNumber).orElseThrow().customerNumber();
        Leftovers leftovers = new Leftovers(all);
        assertThat(leftovers.of(surname, mail, phone())).hasSizeGreaterThan(20);
        Map<String, Integer> before = leftovers.sizes();
        List<String> steps = desk.steps(caseNumber);

        Erasures.Plan plan = erasures.plan(customer, null).orElseThrow();
        assertThat(plan.cases()).hasSize(1);
        assertThat(plan.cases().get(0).stance()).isEqualTo(Stance.READY);
        assertThat(plan.cases().get(0).rows())
                .containsKeys("case_file", "case_word", "complaint", "letter", "act_hi_varinst", "act_hi_detail")
                .containsKeys("act_hi_comment", "act_hi_attachment", "act_ge_bytearray");
        assertThat(plan.staysBecause()).isEmpty();
        assertThat(plan.rows()).containsEntry("customer", 1);

        long id = erasures.ask(plan.person(), "Asked for it by post on 3 March", "manager");
        work.work();

        Erasure erasure = table.find(id).orElseThrow();
        assertThat(erasure.state()).as(erasure.problem()).isEqualTo("finished");
        assertThat(erasure.customerNumber()).isNull();
        assertThat(erasure.mails()).isEmpty();
        assertThat(erasure.personKept()).isNull();
        assertThat(table.counts(id).get(caseNumber))
                .isEqualTo(plan.cases().get(0).rows());
        assertThat(leftovers.of(surname, mail, phone(), phone().replace(" ", "")))
                .isEmpty();

        assertThat(desk.steps(caseNumber)).isEqualTo(steps);
        assertThat(leftovers.sizes())
                .containsAllEntriesOf(
                        without(before, "case_word", "erasure", "seal", "customer_consent", "inbox_piece"));
        assertThat(people.find(mail)).isEmpty();
        assertThat(people.find(surname)).isEmpty();
        assertThat(customers.byNumber(customer).orElseThrow().name()).isEqualTo("erased");
        assertThat(customers.find(new Contact(customer, "New", null, null, null, "en")))
                .isEmpty();
        assertThat(erasures.of(mail)).extracting(Erasure::id).contains(id);
        assertThat(erasures.of(customer)).extracting(Erasure::id).contains(id);
        assertThat(erasures.of("nobody@example.org")).isEmpty();
        assertThat(erasures.plan(customer, null).orElseThrow().anythingGoes()).isFalse();
    }

    @Test
    void whoever_said_something_stays_on_record_with_the_moment_and_what_they_said_is_called_erased() {
        String caseNumber = closedCase();
        String customer = files.find(caseNumber).orElseThrow().customerNumber();
        CaseRecord before = records.whole(files.find(caseNumber).orElseThrow());
        assertThat(answers(before)).anyMatch(it -> it.contains(surname));

        erasures.ask(erasures.plan(customer, null).orElseThrow().person(), "Asked for it", "manager");
        work.work();

        CaseRecord after = records.whole(files.find(caseNumber).orElseThrow());
        assertThat(after.entries().stream().filter(it -> !it.what().startsWith("Personal data erased")))
                .extracting(ErasureContract::told)
                .containsExactlyInAnyOrderElementsOf(
                        before.entries().stream().map(ErasureContract::told).toList());
        assertThat(after.entries().stream().filter(it -> it.kind() == TimelineEntry.Kind.CHANGE))
                .filteredOn(it -> it.what().equals("Facts restated"))
                .extracting(TimelineEntry::who, TimelineEntry::after)
                .containsExactly(tuple("agent", "erased"));
        assertThat(after.entries().stream().filter(it -> it.kind() == TimelineEntry.Kind.TALK))
                .extracting(TimelineEntry::what)
                .containsExactlyInAnyOrder("Wrote on the task: “erased”", "Put the file “erased” to the task");
        assertThat(answers(after))
                .hasSameSizeAs(answers(before))
                .contains("factsRestated: erased", "wish1: erased", "settlement: erased");
    }

    /** An entry without the words in it. */
    private static String told(TimelineEntry entry) {
        boolean fact = entry.kind() == TimelineEntry.Kind.CHANGE;
        return entry.at() + " " + entry.who() + " " + entry.kind() + " " + entry.step() + (fact ? entry.what() : "");
    }

    private static List<String> answers(CaseRecord record) {
        return record.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.answer() != null)
                .map(field -> field.key() + ": " + field.answer())
                .toList();
    }

    @Test
    void an_open_case_is_left_alone_with_the_person_behind_it_until_it_is_closed() {
        String closed = closedCase();
        String customer = files.find(closed).orElseThrow().customerNumber();
        String open = desk.complains(complaint().subject("delivery").build());
        assertThat(files.find(open).orElseThrow().customerNumber()).isEqualTo(customer);

        Erasures.Plan plan = erasures.plan(customer, null).orElseThrow();
        assertThat(plan.staysBecause().orElseThrow()).contains(open).doesNotContain(closed);
        long id = erasures.ask(plan.person(), "Asked for it", "manager");
        work.work();

        assertThat(table.cases(id))
                .extracting(ErasedCase::caseNumber, ErasedCase::state)
                .containsExactlyInAnyOrder(tuple(closed, "erased"), tuple(open, "open"));
        assertThat(table.find(id).orElseThrow().personKept()).contains(open);
        assertThat(customers.byNumber(customer).orElseThrow().mail()).isEqualTo(mail);
        assertThat(new Leftovers(all).of(surname)).noneMatch(it -> it.startsWith("erasure"));

        voice.withdrawn(open, "It came after all.");
        desk.settle();
        assertThat(files.find(open).orElseThrow().state()).isEqualTo("closed");
        erasures.ask(erasures.plan(customer, null).orElseThrow().person(), "Asked for it again", "manager");
        work.work();
        assertThat(new Leftovers(all).of(surname, mail)).isEmpty();
    }

    @Test
    void a_held_case_is_not_erased_before_the_hold_is_released() {
        String caseNumber = closedCase();
        String customer = files.find(caseNumber).orElseThrow().customerNumber();
        assertThat(holds.hold(caseNumber, "The court asked for it", "manager")).isTrue();
        assertThat(holds.hold(caseNumber, "Twice", "manager")).isFalse();
        assertThat(holds.hold("CMP-1999-000001", "No such case", "manager")).isFalse();

        long held = erasures.ask(erasures.plan(customer, null).orElseThrow().person(), "Asked for it", "manager");
        work.work();
        assertThat(table.cases(held)).extracting(ErasedCase::state).containsExactly("held");
        assertThat(jdbc.sql("select name from complaint where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .contains(surname);

        assertThat(holds.release(holds.standing(caseNumber).orElseThrow().id(), "The court is done", "manager"))
                .isTrue();
        erasures.ask(erasures.plan(customer, null).orElseThrow().person(), "Asked for it", "manager");
        work.work();
        assertThat(new Leftovers(all).of(surname, mail)).isEmpty();
    }

    @Test
    void a_media_crisis_loses_what_the_complaint_behind_it_told_and_nothing_else() {
        String complaint = closedCase();
        String customer = files.find(complaint).orElseThrow().customerNumber();
        String crisis = files.open("MCR", "media-crisis", "Kettles", null, clock.instant());
        files.link(crisis, complaint, "customer-behind-the-story");
        event(crisis, "complaint", complaint + "/4f00", "The gargantuan kettle arrived broken and nobody called back");
        event(crisis, "tool", "x" + crisis, "A paper writes of gargantuan kettles");
        event(crisis, "tool", "y" + crisis, "A paper quotes " + surname);
        files.close(crisis, "stood-down");

        assertThat(erasures.plan(customer, null).orElseThrow().cases())
                .filteredOn(line -> line.part().equals(ErasedCase.TOLD))
                .extracting(line -> line.file().number(), line -> line.rows().get("media_event"))
                .containsExactly(tuple(crisis, 2));
        erasures.ask(erasures.plan(customer, null).orElseThrow().person(), "Asked for it", "manager");
        work.work();

        assertThat(jdbc.sql("select claim from media_event where case_number = ? order by id")
                        .param(crisis)
                        .query(String.class)
                        .list())
                .containsExactly("erased", "A paper writes of gargantuan kettles", "erased");
        assertThat(new Leftovers(all).of(surname, mail)).isEmpty();
    }

    @Test
    void whoever_only_wrote_to_us_is_erased_by_address() {
        mailFrom(mail, null);
        assertThat(people.find(mail)).extracting(PersonFinder.Hit::mail).containsExactly(mail);
        Erasures.Plan plan =
                erasures.plan(null, mail.toUpperCase(java.util.Locale.ROOT)).orElseThrow();
        assertThat(plan.cases()).isEmpty();
        assertThat(plan.rows()).containsEntry("inbox_mail", 1);

        erasures.ask(plan.person(), "Asked for it", "manager");
        work.work();

        assertThat(new Leftovers(all).of(surname, mail)).isEmpty();
        assertThat(erasures.plan(null, mail)).isEmpty();
    }

    @Test
    void a_reason_that_names_the_person_is_refused_for_it_stays() {
        String caseNumber = closedCase();
        Person person = people.person(files.find(caseNumber).orElseThrow().customerNumber(), null)
                .orElseThrow();
        for (String reason : List.of("", "  ", "Asked by " + mail, "Zeb " + surname + " wants it", "x".repeat(2_001))) {
            assertThatThrownBy(() -> erasures.ask(person, reason, "manager"))
                    .as(reason)
                    .isInstanceOf(FormRefusal.class)
                    .hasMessageContaining("reason");
        }
    }

    @Test
    void an_erasure_that_is_cut_off_goes_on_with_the_cases_that_are_left() {
        String caseNumber = closedCase();
        String customer = files.find(caseNumber).orElseThrow().customerNumber();
        long id = erasures.ask(people.person(customer, null).orElseThrow(), "Asked for it", "manager");
        // a node took it and died
        jdbc.sql("update erasure set lease_until = ? where id = ?")
                .params(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC), id)
                .update();
        work.work();
        assertThat(table.find(id).orElseThrow().state()).isEqualTo("working");
        desk.passes(java.time.Duration.ofMinutes(2));
        work.work();
        assertThat(table.find(id).orElseThrow().state()).isEqualTo("finished");
        assertThat(new Leftovers(all).of(surname, mail)).isEmpty();
    }

    // ------------------------------------------------------------

    /** A complaint with words of people wherever there is a place for them, closed. */
    private String closedCase() {
        String caseNumber = desk.complains(complaint().build());
        mailFrom(mail, caseNumber);
        Map<String, Object> talk = new HashMap<>(contactFields("yes"));
        talk.put("factsRestated", "The gargantuan kettle of " + surname + " arrived with a broken lid.");
        talk.put("wish1", "an apology to " + surname);
        talk.put("settlement", "We sent a new lid at once to " + surname);
        Task task = desk.openTask(caseNumber, "Task_ContactCustomer");
        desk.as("agent", () -> {
            tasks.claim(task.getId(), "agent");
            tasks.createComment(task.getId(), task.getProcessInstanceId(), surname + " was mortified");
            tasks.createAttachment(
                    "text/plain",
                    task.getId(),
                    task.getProcessInstanceId(),
                    "letter of " + surname,
                    "mortified",
                    new ByteArrayInputStream(("gargantuan " + surname).getBytes(StandardCharsets.UTF_8)));
        });
        desk.does("agent", caseNumber, "Task_ContactCustomer", talk);
        desk.passes(java.time.Duration.ofDays(40));
        if (!files.find(caseNumber).orElseThrow().state().equals("closed")) {
            voice.surveyAnswered(caseNumber, 9, 1, 1, null, null, "Well done, says " + surname);
            desk.settle();
        }
        assertThat(files.find(caseNumber).orElseThrow().state())
                .as(desk.openTasks(caseNumber).toString())
                .isEqualTo("closed");
        return caseNumber;
    }

    private ServiceDesk.ComplaintBuilder complaint() {
        return desk.complaint(mail).name("Zeb " + surname).phone(phone());
    }

    /** A number of their own: whoever has the same one would be the same customer. */
    private String phone() {
        return "+44 20 7946 0" + phoneEnd;
    }

    private void mailFrom(String sender, @org.jspecify.annotations.Nullable String caseNumber) {
        String number = "IN-" + SERIAL.incrementAndGet() + "-" + letters(SERIAL.get());
        jdbc.sql(
                        "insert into inbox_mail (number, message_key, received_at, sender, sender_name, party, party_domain, recipients,"
                                + " subject, kind, state, case_number, body_text, quoted, language, size_bytes, whole, attempts)"
                                + " values (?, ?, ?, ?, ?, ?, 'example.org', 'service@amends.example', ?, 'person', ?, ?, ?, '', 'en', 100, true, 1)")
                .params(
                        number,
                        "<" + number + "@mail.example>",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        sender,
                        "Zeb " + surname,
                        sender,
                        "Hello from " + surname,
                        caseNumber == null ? "recorded" : "joined",
                        caseNumber,
                        "I am mortified. " + surname)
                .update();
        jdbc.sql(
                        "insert into inbox_attachment (mail_number, nr, name, media_type, size_bytes) values (?, 1, ?, 'text/plain', 3)")
                .params(number, surname + ".txt")
                .update();
        jdbc.sql("insert into inbox_piece (mail_number, nr, piece, bytes) values (?, 1, 0, ?)")
                .params(number, surname.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private void event(String crisis, String source, String external, String claim) {
        jdbc.sql(
                        "insert into media_event (case_number, kind, source, external_id, reported_at, claim, reach, tone, truth, spread,"
                                + " safety_risk, authority) values (?, 'threat', ?, ?, ?, ?, 'local', 'critical', 'unclear', 'few', false, false)")
                .params(crisis, source, external, clock.instant().atOffset(ZoneOffset.UTC), claim)
                .update();
    }

    private static Map<String, Integer> without(Map<String, Integer> sizes, String... beginnings) {
        Map<String, Integer> rest = new HashMap<>(sizes);
        rest.keySet().removeIf(table -> java.util.Arrays.stream(beginnings).anyMatch(table::startsWith));
        return rest;
    }

    /** Digits in letters, so that a name is one word. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> Character.toString('a' + (c - '0')))
                .collect(java.util.stream.Collectors.joining());
    }
}
