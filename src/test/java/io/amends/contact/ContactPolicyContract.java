package io.amends.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseFiles;
import io.amends.clock.Clocks;
import io.amends.clock.HouseClock;
import io.amends.contact.ContactAnswer.Verdict;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterCheck;
import io.amends.letter.LetterSent;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether, when and by which case a customer may be approached (L-2), on whichever database. */
abstract class ContactPolicyContract {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final Duration CAP = Duration.ofDays(30);

    @Autowired
    ContactPolicy policy;

    @Autowired
    ContactLog log;

    @Autowired
    SkipLog skips;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    CaseFiles cases;

    @Autowired
    List<LinkTarget> links;

    @Autowired
    List<LetterCheck> checks;

    @Autowired
    Clocks clocks;

    @Autowired
    HouseClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    // ------------------------------------------------------------ before a case is started

    @Test
    void of_many_customers_those_are_named_who_must_not_be_approached_each_with_the_first_reason() {
        String free = customer();
        String dead = customer();
        customers.setStanding(dead, "deceased", "the family wrote");
        customers.neverContactAgain(dead, "and did not want it before");
        String fraud = customer();
        customers.setStanding(fraud, "fraud", "forged invoices");
        String left = customer();
        customers.neverContactAgain(left, "said so");
        complaint(left);
        String complaining = customer();
        complaint(complaining);
        called(complaining);
        String lately = customer();
        called(lately);
        String refused = customer();
        List.of("phone", "mail", "message").forEach(channel -> customers.setConsent(refused, channel, false));
        String bounced = customer(null, mail());
        customers.mailBounced(customers.byNumber(bounced).orElseThrow().mail());
        String nowhere = customer(null, null);

        List<String> asked =
                new ArrayList<>(List.of(free, dead, fraud, left, complaining, lately, refused, bounced, nowhere, free));
        IntStream.range(0, 2_500).forEach(n -> asked.add("NOBODY-" + n));
        Map<String, SkipReason> reasons = policy.suppressed(asked);

        assertThat(reasons)
                .doesNotContainKey(free)
                .containsEntry(dead, SkipReason.DECEASED)
                .containsEntry(fraud, SkipReason.FRAUD)
                .containsEntry(left, SkipReason.DO_NOT_CONTACT)
                .containsEntry(complaining, SkipReason.OPEN_COMPLAINT)
                .containsEntry(lately, SkipReason.CONTACTED_LATELY)
                .containsEntry(refused, SkipReason.NO_CONSENT)
                .containsEntry(bounced, SkipReason.BOUNCED_ADDRESS)
                .containsEntry(nowhere, SkipReason.NO_ADDRESS)
                .containsEntry("NOBODY-2499", SkipReason.NO_ADDRESS);
        assertThat(policy.suppressed(List.of())).isEmpty();
    }

    @Test
    void whose_contact_a_case_has_already_is_not_approached_by_a_new_one() {
        String customer = customer();
        assertThat(policy.ask(lost(customer), customer, 50).verdict()).isEqualTo(Verdict.YES);
        assertThat(policy.suppressed(List.of(customer))).containsEntry(customer, SkipReason.MORE_URGENT_CASE);
    }

    // ------------------------------------------------------------ a case asks

    @Test
    void who_may_be_approached_may_be_by_the_channels_that_are_open() {
        String customer = customer();
        customers.setConsent(customer, "mail", false);
        assertThat(policy.ask(lost(customer), customer, 50))
                .isEqualTo(new ContactAnswer(Verdict.YES, EnumSet.of(Channel.PHONE, Channel.MESSAGE), null, null));
    }

    @Test
    void contacts_of_other_cases_count_until_the_cap_ends_and_those_of_the_case_itself_do_not() {
        String customer = customer();
        String own = lost(customer);
        String other = lost(customer);
        policy.contacted(customer, own, Channel.PHONE, "retention", "Not reached");
        assertThat(policy.ask(own, customer, 50).verdict()).isEqualTo(Verdict.YES);
        policy.contacted(customer, other, Channel.PHONE, "service-agents", "Spoke");
        Instant end = clock.instant().plus(CAP);

        ContactAnswer answer = policy.ask(own, customer, 50);
        assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(answer.channels()).isEmpty();
        assertThat(answer.reason()).isEqualTo(SkipReason.CONTACTED_LATELY);
        assertThat(answer.askAgainAt())
                .isBetween(end.minusSeconds(5), end.plusSeconds(1))
                .isEqualTo(answer.askAgainAt().truncatedTo(ChronoUnit.SECONDS));
        comes(answer.askAgainAt());
        assertThat(policy.ask(own, customer, 50).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void an_open_complaint_goes_first_and_is_looked_at_again_the_next_working_day() {
        String customer = customer();
        String complaint = complaint(customer);
        String own = lost(customer);
        Instant nextDay = clocks.businessDays(1).toInstant();
        ContactAnswer answer = policy.ask(own, customer, 50);
        assertThat(answer.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(answer.reason()).isEqualTo(SkipReason.OPEN_COMPLAINT);
        assertThat(answer.askAgainAt()).isBetween(nextDay, nextDay.plusSeconds(5));
        assertThat(policy.ask(complaint, customer, 60).verdict())
                .as("the complaint itself is not in its own way")
                .isEqualTo(Verdict.YES);
        policy.leaveLine(complaint);
        cases.close(complaint, "agreed");
        assertThat(policy.ask(own, customer, 50).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void of_two_that_wait_the_more_urgent_has_the_contact_and_blocks_the_other() {
        String customer = customer();
        String complaint = complaint(customer);
        String calm = lost(customer);
        String urgent = lost(customer);
        assertThat(policy.ask(calm, customer, 10).reason()).isEqualTo(SkipReason.OPEN_COMPLAINT);
        assertThat(policy.ask(urgent, customer, 90).reason()).isEqualTo(SkipReason.OPEN_COMPLAINT);
        cases.close(complaint, "agreed");

        ContactAnswer calmly = policy.ask(calm, customer, 10);
        assertThat(calmly.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(calmly.reason()).isEqualTo(SkipReason.MORE_URGENT_CASE);
        assertThat(policy.ask(urgent, customer, 90).verdict()).isEqualTo(Verdict.YES);
        assertThat(policy.ask(calm, customer, 10).reason()).isEqualTo(SkipReason.MORE_URGENT_CASE);
        policy.contacted(customer, urgent, Channel.PHONE, "retention", "Spoke");
        assertThat(policy.ask(calm, customer, 10).reason()).isEqualTo(SkipReason.CONTACTED_LATELY);
    }

    @Test
    void of_two_as_urgent_the_one_that_asked_first_has_it() {
        String customer = customer();
        String complaint = complaint(customer);
        String first = lost(customer);
        String second = lost(customer);
        policy.ask(first, customer, 50);
        clock.advance(Duration.ofMinutes(1));
        policy.ask(second, customer, 50);
        cases.close(complaint, "agreed");
        assertThat(policy.ask(second, customer, 50).verdict()).isEqualTo(Verdict.WAIT);
        assertThat(policy.ask(first, customer, 50).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void who_has_the_contact_keeps_it_until_the_end_of_the_next_day() {
        String customer = customer();
        String first = lost(customer);
        String second = lost(customer);
        policy.ask(first, customer, 10);
        assertThat(policy.ask(second, customer, 90).reason()).isEqualTo(SkipReason.MORE_URGENT_CASE);
        assertThat(policy.ask(first, customer, 10).verdict())
                .as("and may ask again")
                .isEqualTo(Verdict.YES);
        comes(LocalDate.ofInstant(clock.instant(), clock.getZone())
                .plusDays(2)
                .atStartOfDay(clock.getZone())
                .toInstant());
        assertThat(policy.ask(second, customer, 90).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void a_case_that_has_begun_goes_on_although_a_more_urgent_one_waits() {
        String customer = customer();
        String begun = lost(customer);
        String urgent = lost(customer);
        policy.ask(begun, customer, 10);
        policy.contacted(customer, begun, Channel.PHONE, "retention", "Not reached");
        assertThat(policy.ask(urgent, customer, 90).reason()).isEqualTo(SkipReason.CONTACTED_LATELY);
        clock.advance(Duration.ofDays(5));
        assertThat(policy.ask(begun, customer, 10).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void who_left_the_line_or_ended_is_in_nobodys_way() {
        String customer = customer();
        String complaint = complaint(customer);
        String calm = lost(customer);
        String gone = lost(customer);
        String ended = lost(customer);
        policy.ask(gone, customer, 90);
        policy.ask(ended, customer, 91);
        policy.leaveLine(gone);
        cases.close(ended, "let-go");
        cases.close(complaint, "agreed");
        assertThat(policy.ask(calm, customer, 10).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void a_no_is_a_no_for_good() {
        String customer = customer();
        String own = lost(customer);
        customers.neverContactAgain(customer, "said so");
        assertThat(policy.ask(own, customer, 50))
                .isEqualTo(new ContactAnswer(Verdict.NEVER, Set.of(), SkipReason.DO_NOT_CONTACT, null));
        String nowhere = customer(null, null);
        assertThat(policy.ask(lost(nowhere), nowhere, 50).verdict()).isEqualTo(Verdict.NEVER);
    }

    // ------------------------------------------------------------ the record

    @Test
    void each_wait_and_each_no_is_kept_once_for_a_case_a_reason_and_a_day() {
        String customer = customer();
        complaint(customer);
        String own = lost(customer);
        policy.ask(own, customer, 50);
        policy.ask(own, customer, 50);
        assertThat(skips.ofCase(own)).hasSize(1).first().satisfies(skip -> {
            assertThat(skip.reason()).isEqualTo(SkipReason.OPEN_COMPLAINT);
            assertThat(skip.processKey()).isEqualTo("lost-customer");
            assertThat(skip.askAgainAt()).isNotNull();
        });
        clock.advance(Duration.ofDays(1));
        policy.ask(own, customer, 50);
        assertThat(skips.ofCase(own)).hasSize(2);
        policy.skipped(customer, SkipReason.OPEN_COMPLAINT, "churn-scan", null);
        policy.skipped(customer, SkipReason.OPEN_COMPLAINT, "churn-scan", null);
        assertThat(skips.of(customer, clock.instant().minus(CAP), 10)).hasSize(3);
    }

    @Test
    void what_two_nodes_note_at_once_stands_there_once_and_neither_loses_its_work() throws Exception {
        String customer = customer();
        atOnce(
                () -> transaction.executeWithoutResult(status -> {
                    policy.skipped(customer, SkipReason.FRAUD, "churn-scan", null);
                    customers.setConsent(customer, "mail", true);
                }),
                () -> transaction.executeWithoutResult(status -> {
                    policy.skipped(customer, SkipReason.FRAUD, "churn-scan", null);
                    customers.setConsent(customer, "phone", true);
                }));
        assertThat(skips.of(customer, clock.instant().minus(CAP), 10)).hasSize(1);
        assertThat(customers.standings(List.of(customer)).get(customer).consents())
                .containsOnlyKeys("mail", "phone");
    }

    @Test
    void two_cases_that_ask_at_the_same_moment_do_not_both_get_the_contact() throws Exception {
        for (int round = 0; round < 8; round++) {
            String customer = customer();
            String one = lost(customer);
            String other = lost(customer);
            List<ContactAnswer> answers =
                    atOnce(() -> policy.ask(one, customer, 50), () -> policy.ask(other, customer, 60));
            assertThat(answers).extracting(ContactAnswer::verdict).containsExactlyInAnyOrder(Verdict.YES, Verdict.WAIT);
        }
    }

    // ------------------------------------------------------------ never again

    @Test
    void never_again_binds_whom_any_case_is_about() {
        String customer = customer();
        LinkTarget link = links.stream()
                .filter(one -> one.purpose() == LinkPurpose.NEVER_CONTACT)
                .findFirst()
                .orElseThrow();
        String lost = lost(customer);
        assertThatThrownBy(() -> link.answer(lost, Map.of(), Map.of("never", "perhaps")))
                .isInstanceOf(FormRefusal.class);
        assertThat(link.answer(lost, Map.of(), Map.of("never", "yes"))).containsEntry("outcome", "never");
        assertThat(policy.ask(lost, customer, 50).reason()).isEqualTo(SkipReason.DO_NOT_CONTACT);
        assertThat(policy.barred(lost, Channel.PHONE)).contains(SkipReason.DO_NOT_CONTACT);
        assertThat(checks).anyMatch(check -> !check.stillWanted(lost, "survey", "1"));
    }

    // ------------------------------------------------------------ letters

    @Test
    void a_letter_counts_from_when_it_was_sent_once_and_no_more_when_it_came_back() {
        String customer = customer();
        String complaint = complaint(customer);
        LetterSent letter = new LetterSent(
                UUID.randomUUID().toString(), complaint, "closing", "ann@example.org", true, clock.instant());
        events.publishEvent(letter);
        events.publishEvent(letter);
        cases.close(complaint, "agreed");
        assertThat(log.of(customer, clock.instant().minus(CAP), 10)).hasSize(1);
        assertThat(policy.suppressed(List.of(customer))).containsEntry(customer, SkipReason.CONTACTED_LATELY);
        log.cameBack(UUID.fromString(letter.letterId()));
        assertThat(policy.suppressed(List.of(customer))).isEmpty();
    }

    @Test
    void letters_of_a_case_go_with_its_customer_also_when_that_is_found_out_later() {
        String customer = customer();
        String complaint = cases.open("CMP", "complaint", "delivery", null, clock.instant());
        events.publishEvent(new LetterSent(
                UUID.randomUUID().toString(), complaint, "acknowledgement", "ann@example.org", true, clock.instant()));
        events.publishEvent(new LetterSent(
                UUID.randomUUID().toString(), complaint, "escalation", "lead@amends.example", false, clock.instant()));
        assertThat(log.ofCase(complaint))
                .as("a mail among colleagues is no contact")
                .hasSize(1);
        cases.identify(complaint, customer);
        assertThat(log.of(customer, clock.instant().minus(CAP), 10)).hasSize(1);
    }

    @Test
    void letters_that_were_sent_before_anybody_kept_it_are_brought_in() throws IOException {
        String customer = customer();
        String complaint = complaint(customer);
        letter(complaint, "sent", "customer");
        letter(complaint, "bounced", "customer");
        letter(complaint, "sent", "owner");
        String backfill;
        try (InputStream file = getClass().getResourceAsStream("/db/migration/V68__contact_letters_sent.sql")) {
            backfill = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from customer_contact").update();
            jdbc.sql(backfill.replace(";", "")).update();
            assertThat(log.of(customer, clock.instant().minus(CAP), 10))
                    .extracting(ContactLog.ContactRow::cameBack)
                    .containsExactlyInAnyOrder(false, true);
            status.setRollbackOnly();
        });
    }

    // ------------------------------------------------------------ helpers

    private void letter(String caseNumber, String state, String to) {
        jdbc.sql("""
                        insert into letter (id, case_number, letter, occurrence, addressed_to, recipient, language, subject, html,
                            body_text, message_id, state, attempts, queued_at, sent_at)
                        values (?, ?, 'closing', ?, ?, 'ann@example.org', 'en', 's', 'h', 't', ?, ?, 1, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        caseNumber,
                        state + " to " + to,
                        to,
                        UUID.randomUUID().toString(),
                        state,
                        Sql.utc(clock.instant()),
                        Sql.utc(clock.instant()))
                .update();
    }

    private String customer() {
        return customer("+4930" + (1_000_000 + CUSTOMERS.get()), mail());
    }

    private String customer(String phone, String mail) {
        String number = "POL-" + getClass().getSimpleName().length() + "-" + CUSTOMERS.incrementAndGet();
        jdbc.sql("insert into customer (number, name, mail, phone) values (?, 'Ann Policy', ?, ?)")
                .params(number, mail, phone)
                .update();
        return number;
    }

    private static String mail() {
        return "policy" + CUSTOMERS.incrementAndGet() + "@example.org";
    }

    private String complaint(String customer) {
        return cases.open("CMP", "complaint", "delivery", customer, clock.instant());
    }

    private String lost(String customer) {
        return cases.open("LCR", "lost-customer", "silence", customer, clock.instant());
    }

    /** By somebody, for another case. */
    private void called(String customer) {
        policy.contacted(customer, lost(customer), Channel.PHONE, "service-agents", "Spoke");
    }

    private void comes(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        if (!left.isNegative()) {
            clock.advance(left.plusMillis(1));
        }
    }

    private static void atOnce(Runnable one, Runnable other) throws Exception {
        atOnce(
                () -> {
                    one.run();
                    return true;
                },
                () -> {
                    other.run();
                    return true;
                });
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> work : List.of(one, other)) {
                answers.add(nodes.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            return List.of(answers.get(0).get(), answers.get(1).get());
        } finally {
            nodes.shutdownNow();
        }
    }
}
