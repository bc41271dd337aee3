package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.modeling.FormRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the intake of lost customers promises, on whichever database (L-1). */
abstract class LostCustomerIntakeContract {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    LostCustomerIntake intake;

    @Autowired
    LostCustomers lostCustomers;

    @Autowired
    LostCustomerTable table;

    @Autowired
    CaseFiles cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_lost_customer_becomes_a_case_with_a_process_and_what_they_were_worth() {
        String customer = customer();
        jdbc.sql("""
                        insert into customer_value (customer_number, as_of, assumptions_version, purchases, purchase_days, net_amount,
                            yearly_value, lifetime_value, second_lifetime_value, tier)
                        values (?, date '2026-01-31', 3, 12, 10, 900, 120, 400, 250.50, 'B')""").param(customer).update();
        LostCustomerIntake.Taken taken = intake.take(
                new NewLostCustomer(customer, Signal.SILENCE, "2026-01-03", 7L, "Bought every month.", "retention"));

        assertThat(taken.skipped()).isNull();
        LostCustomer lost = lostCustomers.find(taken.caseNumber()).orElseThrow();
        assertThat(lost.value().tier()).isEqualTo("B");
        assertThat(lost.value().secondLifetime()).isEqualByComparingTo("250.50");
        assertThat(lost.value().assumptionsVersion()).isEqualTo(3);
        assertThat(lost.scanId()).isEqualTo(7L);
        assertThat(lost.note()).isEqualTo("Bought every month.");
        CaseFile file = cases.find(taken.caseNumber()).orElseThrow();
        assertThat(file.number()).startsWith("LCR-");
        assertThat(file.customerNumber()).isEqualTo(customer);
        assertThat(file.subject()).isEqualTo("silence");
        assertThat(runtime.getVariables(file.processInstanceId()))
                .containsEntry("customer", customer)
                .containsEntry("signal", "silence")
                .doesNotContainKeys("note", "name", "mail");
        assertThat(lostCustomers.runningOf(customer)).hasValue(taken.caseNumber());
    }

    @Test
    void nobody_has_that_number() {
        assertThatThrownBy(() -> intake.take(lost("nobody-" + NUMBERS.incrementAndGet(), "1")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("customerNumber"));
    }

    @Test
    void one_recovery_at_a_time() {
        String customer = customer();
        LostCustomerIntake.Taken first = intake.take(lost(customer, "1"));
        LostCustomerIntake.Taken second =
                intake.take(new NewLostCustomer(customer, Signal.ENDING, "42", null, null, null));
        assertThat(second).isEqualTo(new LostCustomerIntake.Taken(first.caseNumber(), "recovery-running"));
    }

    @Test
    void the_same_signal_about_the_same_thing_is_taken_up_once() {
        String customer = customer();
        LostCustomerIntake.Taken first = intake.take(lost(customer, "2026-01-03"));
        table.ran(first.caseNumber());
        assertThat(intake.take(lost(customer, "2026-01-03")))
                .isEqualTo(new LostCustomerIntake.Taken(first.caseNumber(), "taken-up-before"));
        LostCustomerIntake.Taken another = intake.take(lost(customer, "2026-05-06"));
        assertThat(another.skipped()).isNull();
        assertThat(another.caseNumber()).isNotEqualTo(first.caseNumber());
    }

    @Test
    void a_number_is_known_however_it_was_typed() {
        String customer = customer();
        LostCustomerIntake.Taken taken = intake.take(lost("  " + customer.toLowerCase(Locale.ROOT), "1"));
        assertThat(lostCustomers.find(taken.caseNumber()).orElseThrow().customerNumber())
                .isEqualTo(customer);
        assertThat(intake.take(lost(customer, "2")).skipped()).isEqualTo("recovery-running");
    }

    @Test
    void two_nodes_that_take_the_same_customer_at_once_get_one_case() throws Exception {
        for (int round = 0; round < 5; round++) {
            String customer = customer();
            List<LostCustomerIntake.Taken> taken = atOnce(
                    () -> intake.take(lost(customer, "1")),
                    () -> intake.take(lost(customer, "1")),
                    () -> intake.take(new NewLostCustomer(customer, Signal.CLOSED, "x", null, null, null)),
                    () -> intake.take(new NewLostCustomer(customer, Signal.ENDING, "y", null, null, null)));
            assertThat(taken)
                    .extracting(LostCustomerIntake.Taken::caseNumber)
                    .containsOnly(taken.get(0).caseNumber());
            assertThat(taken).filteredOn(one -> one.skipped() == null).hasSize(1);
            assertThat(cases.casesOf(customer)).hasSize(1);
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... works) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(works.length);
        try {
            CyclicBarrier together = new CyclicBarrier(works.length);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(nodes.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            nodes.shutdownNow();
        }
    }

    private String customer() {
        String number = "LC-IN-%04d".formatted(NUMBERS.incrementAndGet());
        jdbc.sql("insert into customer (number, name, mail) values (?, 'Alex Doe', ?)")
                .params(number, number.toLowerCase(Locale.ROOT) + "@example.org")
                .update();
        return number;
    }

    private static NewLostCustomer lost(String customer, String reference) {
        return new NewLostCustomer(customer, Signal.SILENCE, reference, null, null, null);
    }
}
