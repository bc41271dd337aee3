package io.amends.churnscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;

import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.Signal;
import io.amends.scenario.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Who is lost, at every edge (L-1), and what a scan does with them, on whichever database. Three customers are a chunk. */
@Scenario
@Import(ScannedHouse.class)
@TestPropertySource(
        properties = {"amends.churn-scan.chunk=3", "amends.churn-scan.batch=2", "amends.churn-scan.turn=0s"})
abstract class ChurnScanContract {

    @Autowired
    ScannedHouse house;

    @Autowired
    ScanTable scans;

    @Autowired
    ScanCounts counts;

    @Autowired
    ScanWork work;

    @Autowired
    JdbcClient jdbc;

    @MockitoSpyBean
    LostCustomerIntake intake;

    @AfterEach
    void nobody_works_any_more() {
        jdbc.sql("update churn_scan set unfinished = null, state = 'finished' where unfinished is not null")
                .update();
        Mockito.reset(intake);
    }

    // ------------------------------------------------------------ silence

    @Test
    void silent_for_exactly_three_of_their_own_intervals_is_not_lost_yet_and_a_day_later_is() {
        String every30Days = house.buyer("2026-01-01", "2026-01-31", "2026-03-02");
        assertThat(house.found(house.looks("2026-05-31"), every30Days)).isEmpty();
        assertThat(house.found(house.looks("2026-06-01"), every30Days)).containsExactly("silence 2026-03-02");
    }

    @Test
    void silent_for_exactly_sixty_days_is_not_lost_yet_and_a_day_later_is() {
        String everyWeek = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        assertThat(house.found(house.looks("2026-03-16"), everyWeek)).isEmpty();
        assertThat(house.found(house.looks("2026-03-17"), everyWeek)).containsExactly("silence 2026-01-15");
    }

    @Test
    void the_usual_interval_is_the_median_and_half_days_count() {
        // gaps of 20, 21 and 300 days; then of 20 and 21: 20.5, three of which are 61.5
        String oneLongPause = house.buyer("2025-01-01", "2025-01-21", "2025-02-11", "2025-12-08");
        assertThat(house.found(house.looks("2026-02-10"), oneLongPause)).containsExactly("silence 2025-12-08");
        String halfDays = house.buyer("2026-01-01", "2026-01-21", "2026-02-11");
        assertThat(house.found(house.looks("2026-04-13"), halfDays)).isEmpty();
        assertThat(house.found(house.looks("2026-04-14"), halfDays)).containsExactly("silence 2026-02-11");
    }

    @Test
    void several_purchases_on_one_day_are_one_purchase_day() {
        String twoDays = house.buyer("2026-01-01", "2026-01-01", "2026-01-02", "2026-01-02");
        assertThat(house.found(house.looks("2028-01-01"), twoDays)).isEmpty();
        house.buys(twoDays, 5, "2026-01-03");
        assertThat(house.found(house.looks("2028-01-01"), twoDays)).containsExactly("silence 2026-01-03");
    }

    @Test
    void cancellations_are_no_purchases() {
        String onlyCancels = house.customer();
        house.buys(onlyCancels, -5, "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04");
        String cancelledLater = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        house.buys(cancelledLater, -5, "2026-03-10");
        String two = house.buyer("2026-01-01", "2026-01-08");
        house.buys(two, -5, "2026-01-15");
        long scan = house.looks("2026-03-17");
        assertThat(house.found(scan, onlyCancels)).isEmpty();
        assertThat(house.found(scan, cancelledLater)).containsExactly("silence 2026-01-15");
        assertThat(house.found(scan, two)).isEmpty();
    }

    @Test
    void what_was_bought_after_the_day_does_not_exist() {
        String cameBack = house.buyer("2026-01-01", "2026-01-08", "2026-01-15", "2026-04-01");
        assertThat(house.found(house.looks("2026-03-31"), cameBack)).containsExactly("silence 2026-01-15");
        assertThat(house.found(house.looks("2026-04-01"), cameBack)).isEmpty();
        String notYet = house.buyer("2027-01-01", "2027-01-02", "2027-01-03");
        assertThat(house.found(house.looks("2026-12-31"), notYet)).isEmpty();
    }

    @Test
    void a_customer_without_purchases_is_never_lost_by_silence_and_before_the_first_purchase_nobody_is() {
        String prospect = house.customer();
        long scan = house.looks("1999-12-31");
        assertThat(house.found(scan, prospect)).isEmpty();
        assertThat(scans.find(scan).orElseThrow().beforeAnyPurchase()).isTrue();
        assertThat(counts.of(scan).get(Signal.SILENCE).found()).isZero();
    }

    // ------------------------------------------------------------ the other signals

    @Test
    void an_agreement_that_ends_within_sixty_days_and_is_not_renewed_is_found() {
        String contract = house.customer();
        String id = house.agreement(contract, "contract", "2026-03-02");
        assertThat(house.found(house.looks("2025-12-31"), contract)).isEmpty();
        assertThat(house.found(house.looks("2026-01-01"), contract)).containsExactly("ending " + id);
        assertThat(house.found(house.looks("2026-03-02"), contract)).containsExactly("ending " + id);
        assertThat(house.found(house.looks("2026-03-03"), contract)).isEmpty();
        house.agreement(contract, "loan", "2027-01-01");
        assertThat(house.found(house.looks("2026-02-01"), contract)).containsExactly("ending " + id);
        house.agreement(contract, "contract", "2027-03-02");
        assertThat(house.found(house.looks("2026-02-01"), contract)).isEmpty();
    }

    @Test
    void a_closed_account_is_found_from_its_day_on_unless_another_one_is_open() {
        String account = house.customer();
        String id = house.agreement(account, "account", "2026-03-02");
        assertThat(house.found(house.looks("2026-03-01"), account)).isEmpty();
        assertThat(house.found(house.looks("2026-03-02"), account)).containsExactly("closed " + id);
        assertThat(house.found(house.looks("2026-08-01"), account)).containsExactly("closed " + id);
        house.agreement(account, "account", "2030-01-01");
        assertThat(house.found(house.looks("2026-08-01"), account)).isEmpty();
    }

    @Test
    void the_last_score_of_a_complaint_decides_and_a_customer_at_risk_is_found() {
        String left = house.customer();
        house.scores(left, "CMP-2026-000901", 9, "2026-01-01");
        house.scores(left, "CMP-2026-000902", 6, "2026-02-01");
        assertThat(house.found(house.looks("2026-01-31"), left)).isEmpty();
        assertThat(house.found(house.looks("2026-02-01"), left)).containsExactly("dissatisfied CMP-2026-000902");
        house.scores(left, "CMP-2026-000902", 7, "2026-02-20");
        assertThat(house.found(house.looks("2026-02-20"), left)).isEmpty();
        assertThat(house.found(house.looks("2026-02-19"), left)).containsExactly("dissatisfied CMP-2026-000902");
        house.isAtRisk(left, "CMP-2026-000901", "2026-03-01");
        assertThat(house.found(house.looks("2026-03-01"), left)).containsExactly("dissatisfied CMP-2026-000901");
        String both = house.customer();
        house.scores(both, "CMP-2026-000903", 0, "2026-02-01");
        house.isAtRisk(both, "CMP-2026-000903", "2026-02-01");
        assertThat(house.found(house.looks("2026-03-01"), both)).containsExactly("dissatisfied CMP-2026-000903");
    }

    // ------------------------------------------------------------ taking them up

    @Test
    void a_customer_with_several_signals_gets_one_recovery_for_the_strongest() {
        String all = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        house.scores(all, "CMP-2026-000904", 3, "2026-02-01");
        house.agreement(all, "account", "2026-03-01");
        house.agreement(all, "warranty", "2026-05-01");
        long scan = house.scans("2026-04-01");
        assertThat(house.became(scan, all))
                .containsExactly(
                        "dissatisfied started",
                        "closed skipped recovery-running",
                        "ending skipped recovery-running",
                        "silence skipped recovery-running");
        assertThat(house.casesOf(all)).isOne();
    }

    @Test
    void whoever_must_not_be_approached_is_skipped_with_the_reason() {
        String silent = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        house.wantsNoContact(silent);
        long scan = house.scans("2026-04-01");
        assertThat(house.became(scan, silent)).containsExactly("silence skipped do-not-contact");
        assertThat(house.casesOf(silent)).isZero();
        assertThat(counts.of(scan).get(Signal.SILENCE).skippedBy()).containsKey("do-not-contact");
    }

    @Test
    void whom_we_may_neither_call_nor_write_to_is_skipped_for_want_of_consent() {
        String silent = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        house.lives(silent, "1 High Street");
        house.refuses(silent, "phone", "mail");
        long scan = house.scans("2026-04-01");
        assertThat(house.became(scan, silent)).containsExactly("silence skipped no-consent");
        assertThat(house.casesOf(silent)).isZero();
    }

    @Test
    void who_bought_again_after_the_day_of_the_scan_is_found_and_not_taken_up() {
        String back = house.buyer("2026-01-01", "2026-01-08", "2026-01-15", house.today());
        String cancelled = house.buyer("2026-01-01", "2026-01-08", "2026-01-15");
        house.buys(cancelled, -5, house.today());
        long scan = house.scans("2026-04-01");
        assertThat(house.became(scan, back)).containsExactly("silence skipped bought-again-since");
        assertThat(house.casesOf(back)).isZero();
        assertThat(house.became(scan, cancelled)).containsExactly("silence started");
        assertThat(counts.of(scan).get(Signal.SILENCE).skippedBy()).containsKey("bought-again-since");
    }

    @Test
    void the_most_valuable_are_taken_up_first_and_no_more_than_one_scan_starts() {
        String little = house.customer();
        house.buys(little, 700_000, "2031-01-01", "2031-01-08", "2031-01-15");
        String much = house.customer();
        house.buys(much, 900_000, "2031-01-01", "2031-01-08", "2031-01-15");
        String refuses = house.customer();
        house.buys(refuses, 950_000, "2031-01-01", "2031-01-08", "2031-01-15");
        house.wantsNoContact(refuses);
        long scan = house.begins("2031-06-01", 1);
        house.looks(scan);
        house.starts(scan);
        assertThat(house.became(scan, refuses)).containsExactly("silence skipped do-not-contact");
        assertThat(house.became(scan, much)).containsExactly("silence started");
        assertThat(house.became(scan, little)).containsExactly("silence skipped over-capacity");
        assertThat(scans.find(scan).orElseThrow().started()).isOne();
        assertThat(counts.of(scan).get(Signal.SILENCE).waiting()).isZero();
    }

    @Test
    void a_customer_who_cannot_be_started_stops_nobody_else_and_is_told() {
        String bad = house.buyer("2032-01-01", "2032-01-08", "2032-01-15");
        String good = house.buyer("2032-01-01", "2032-01-08", "2032-01-15");
        doThrow(new IllegalStateException("No number is left"))
                .when(intake)
                .take(argThat(it -> it != null && it.customerNumber().equals(bad)));
        long scan = house.begins("2032-06-01", 100_000);
        house.looks(scan);
        house.starts(scan);
        assertThat(house.became(scan, bad)).containsExactly("silence failed No number is left");
        assertThat(house.became(scan, good)).containsExactly("silence started");
        assertThat(house.casesOf(bad)).isZero();
        assertThat(counts.of(scan).get(Signal.SILENCE).failed()).isOne();
    }

    @Test
    void an_interrupted_scan_keeps_its_place_and_counts_everybody_once() {
        for (int n = 0; n < 10; n++) {
            house.buyer("2033-01-01", "2033-01-08", "2033-01-15");
        }
        long whole = house.looks("2033-06-01");
        long scan = house.begins("2033-06-01");
        work.look(scan);
        work.look(scan);
        ChurnScan half = scans.find(scan).orElseThrow();
        assertThat(half.lookedAt()).isEqualTo(6);
        assertThat(half.percent()).isBetween(1, 99);

        scans.interrupted(scan, "The database went away");
        long another = house.begins("2033-06-01");
        assertThatThrownBy(() -> work.look(scan)).isInstanceOf(DuplicateKeyException.class);
        assertThat(scans.find(scan).orElseThrow().state()).isEqualTo(ScanState.INTERRUPTED);
        assertThat(scans.find(scan).orElseThrow().lookedAt()).isEqualTo(6);
        scans.finished(another, java.time.Instant.EPOCH);

        house.looks(scan);
        ChurnScan over = scans.find(scan).orElseThrow();
        assertThat(over.percent()).isEqualTo(100);
        assertThat(over.problem()).isNull();
        assertThat(over.lookedAt()).isEqualTo(over.customers());
        assertThat(counts.of(scan).get(Signal.SILENCE).found())
                .isEqualTo(counts.of(whole).get(Signal.SILENCE).found());
        assertThat(over.silent()).isEqualTo(scans.find(whole).orElseThrow().silent());
    }

    @Test
    void two_nodes_on_one_scan_start_nobody_twice() throws Exception {
        List<String> customers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(n -> house.buyer("2034-01-01", "2034-01-08", "2034-01-15"))
                .toList();
        long scan = house.begins("2034-06-01", 100_000);
        house.looks(scan);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> node = () -> {
                while (!work.start(scan)) {
                    Thread.onSpinWait();
                }
                return null;
            };
            for (var done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        work.finish(scan);
        for (String customer : customers) {
            assertThat(house.became(scan, customer)).containsExactly("silence started");
            assertThat(house.casesOf(customer)).as(customer).isOne();
        }
        int started = counts.of(scan).values().stream()
                .mapToInt(ScanCounts.Tally::started)
                .sum();
        assertThat(scans.find(scan).orElseThrow().started()).isEqualTo(started);
        Mockito.verify(intake, Mockito.atLeast(12)).take(any());
    }

    @Test
    void of_old_scans_only_the_counts_and_those_started_are_kept() {
        String silent = house.buyer("2035-01-01", "2035-01-08", "2035-01-15");
        house.wantsNoContact(silent);
        long old = house.scans("2035-06-01");
        for (int n = 0; n < 7; n++) {
            assertThat(house.became(old, silent)).hasSize(1);
            house.scans("2035-06-01");
        }
        assertThat(house.became(old, silent)).isEmpty();
        assertThat(scans.find(old).orElseThrow().swept()).isTrue();
        assertThat(counts.of(old).get(Signal.SILENCE).skippedBy()).containsKey("do-not-contact");
    }
}
