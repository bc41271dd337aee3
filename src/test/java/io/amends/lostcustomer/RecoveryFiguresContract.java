package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.lostcustomer.RecoveryFigures.Comeback;
import io.amends.lostcustomer.RecoveryFigures.Count;
import io.amends.lostcustomer.RecoveryFigures.Recovery;
import io.amends.lostcustomer.RecoveryFigures.Stand;
import io.amends.testing.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted of lost customers' cases (A-5, L-6, L-11), on whichever database. */
abstract class RecoveryFiguresContract {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int DAYS = 90;

    JdbcClient jdbc;
    private JdbcRecoveryFigures figures;
    private int cases;
    private int purchases;

    abstract DataSource database();

    @BeforeEach
    void anEmptyDatabase() {
        DataSource database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        figures = new JdbcRecoveryFigures(database);
    }

    @Test
    void without_cases_nothing_is_counted() {
        assertThat(figures.counts(FROM, UNTIL)).isEmpty();
        assertThat(figures.comeback(FROM, UNTIL, DAYS, NOW)).isEqualTo(new Comeback(0, 0, 0, 0));
        assertThat(each()).isEmpty();
    }

    @Test
    void a_case_belongs_to_the_period_in_which_it_opened() {
        lost(FROM.minusMillis(1), "decision", "pursue");
        lost(FROM, "decision", "pursue");
        lost(UNTIL.minusMillis(1), "decision", "pursue");
        lost(UNTIL, "decision", "pursue");

        assertThat(figures.counts(FROM, UNTIL)).singleElement().returns(2, Count::cases);
        assertThat(each()).hasSize(2);
    }

    @Test
    void each_case_stands_in_exactly_one_place() {
        lost(MARCH);
        lost(MARCH, "decision", "let-go", "proposed_reason", "moved", "outcome", "let-go", "closed_at", MARCH);
        lost(MARCH, "decision", "hold-out");
        lost(MARCH, "decision", "hold-out", "outcome", "held-out", "closed_at", MARCH, "regained", true);
        lost(MARCH, "decision", "pursue");
        lost(MARCH, "decision", "fix-first");
        lost(MARCH, "decision", "pursue", "outcome", "regained", "closed_at", MARCH);
        lost(MARCH, "decision", "pursue", "outcome", "declined", "closed_at", MARCH);
        lost(MARCH, "decision", "pursue", "outcome", "not-regained", "closed_at", MARCH);
        lost(MARCH, "decision", "fix-first", "outcome", "no-answer", "closed_at", MARCH);
        lost(MARCH, "decision", "pursue", "outcome", "not-reached", "closed_at", MARCH);
        lost(MARCH, "decision", "pursue", "outcome", "left-alone", "closed_at", MARCH);
        lost(MARCH, "outcome", "left-alone", "closed_at", MARCH);
        // let go only after the talk, which shows in the confirmed reason
        lost(MARCH, "decision", "let-go", "confirmed_reason", "moved", "outcome", "let-go", "closed_at", MARCH);

        assertThat(stands())
                .isEqualTo(Map.of(
                        Stand.UNDECIDED, 1,
                        Stand.LET_GO, 1,
                        Stand.HELD_OUT, 2,
                        Stand.RUNNING, 2,
                        Stand.REGAINED, 1,
                        Stand.NOT_REGAINED, 5,
                        Stand.LEFT_ALONE, 2));
    }

    @Test
    void a_confirmed_reason_counts_before_a_proposed_one() {
        lost(MARCH, "proposed_reason", "drifted", "confirmed_reason", "bought-by-price");
        lost(MARCH, "proposed_reason", "drifted");
        lost(MARCH);

        assertThat(figures.counts(FROM, UNTIL))
                .extracting(Count::reason, Count::confirmed, Count::cases)
                .containsExactlyInAnyOrder(
                        tuple("bought-by-price", true, 1), tuple("drifted", false, 1), tuple(null, false, 1));
    }

    @Test
    void benefit_and_cost_are_summed_over_the_evaluated_only() {
        worth(lost(MARCH, "decision", "pursue", "outcome", "regained", "closed_at", MARCH), "100.50", "24");
        worth(lost(MARCH, "decision", "pursue", "outcome", "regained", "closed_at", MARCH), "0", "0");
        lost(MARCH, "decision", "pursue", "outcome", "regained", "closed_at", MARCH, "assumptions_version", 3);

        assertThat(figures.counts(FROM, UNTIL)).singleElement().satisfies(count -> {
            assertThat(count.cases()).isEqualTo(3);
            assertThat(count.evaluated()).isEqualTo(2);
            assertThat(count.benefit()).isEqualByComparingTo("106.50");
            assertThat(count.cost()).isEqualByComparingTo("25");
            assertThat(count.yearlyValue()).isEqualByComparingTo("360");
            assertThat(count.oldestAssumptions()).isEqualTo(1);
            assertThat(count.newestAssumptions()).isEqualTo(3);
        });
    }

    @Test
    void an_offer_counts_when_it_has_left() {
        lost(MARCH, "decision", "pursue", "offer_kind", "discount");
        lost(MARCH, "decision", "pursue", "offer_kind", "discount", "offered_at", MARCH, "offer_answer", "accepted");

        assertThat(figures.counts(FROM, UNTIL))
                .extracting(Count::offer, Count::answer)
                .containsExactlyInAnyOrder(tuple("none", null), tuple("discount", "accepted"));
    }

    @Test
    void who_bought_within_the_days_came_back_whatever_they_had_said() {
        buys(lost(MARCH, "decision", "pursue", "outcome", "declined", "closed_at", MARCH), 90, "20");
        buys(lost(MARCH, "decision", "fix-first", "outcome", "regained", "closed_at", MARCH), 1, "20");
        buys(lost(MARCH, "decision", "pursue", "outcome", "left-alone", "closed_at", MARCH), 30, "20");
        buys(lost(MARCH, "decision", "pursue"), 91, "20");
        buys(lost(MARCH, "decision", "pursue"), -1, "20");
        buys(lost(MARCH, "decision", "pursue"), 5, "-20");
        buys(lost(MARCH, "decision", "hold-out", "hold_out", true), 5, "20");
        lost(MARCH, "decision", "hold-out", "hold_out", true);
        // neither pursued nor held out
        buys(lost(MARCH, "decision", "let-go", "hold_out", true), 5, "20");
        buys(lost(MARCH), 5, "20");

        assertThat(figures.comeback(FROM, UNTIL, DAYS, NOW)).isEqualTo(new Comeback(6, 3, 2, 1));
    }

    @Test
    void whom_nobody_was_allowed_to_approach_was_not_pursued() {
        lost(MARCH, "decision", "pursue", "outcome", "left-alone", "talk_result", "left-alone", "closed_at", MARCH);
        lost(
                MARCH,
                "decision",
                "pursue",
                "outcome",
                "left-alone",
                "talk_result",
                "left-alone",
                "tries",
                1,
                "closed_at",
                MARCH);

        assertThat(stands()).isEqualTo(Map.of(Stand.LEFT_ALONE, 2));
        assertThat(figures.comeback(FROM, UNTIL, DAYS, NOW)).isEqualTo(new Comeback(1, 0, 0, 0));
    }

    @Test
    void two_purchases_are_one_customer_and_a_new_contract_counts_but_a_warranty_does_not() {
        String twice = lost(MARCH, "decision", "pursue");
        buys(twice, 3, "20");
        buys(twice, 4, "20");
        agrees(lost(MARCH, "decision", "pursue"), "contract", 10);
        agrees(lost(MARCH, "decision", "pursue"), "warranty", 10);
        agrees(lost(MARCH, "decision", "pursue"), "loan", 91);

        assertThat(figures.comeback(FROM, UNTIL, DAYS, NOW)).isEqualTo(new Comeback(4, 2, 0, 0));
    }

    @Test
    void only_cases_whose_days_are_over_are_compared() {
        Instant justOver = NOW.minus(DAYS, ChronoUnit.DAYS);
        lost(justOver, "decision", "hold-out");
        buys(lost(justOver.plusSeconds(1), "decision", "hold-out"), 5, "20");

        assertThat(figures.comeback(FROM, UNTIL, DAYS, NOW)).isEqualTo(new Comeback(0, 0, 1, 0));
    }

    @Test
    void cases_are_read_one_after_the_other_oldest_first() {
        String later = worth(lost(MARCH.plusSeconds(60), "decision", "pursue"), "7", "3");
        String earlier = lost(MARCH, "proposed_reason", "drifted");

        assertThat(each()).extracting(Recovery::caseNumber).containsExactly(caseOf(earlier), caseOf(later));
        assertThat(each().get(0))
                .returns("drifted", Recovery::proposedReason)
                .returns(null, Recovery::benefit)
                .returns(MARCH, Recovery::openedAt)
                .returns(Stand.UNDECIDED, Recovery::stand);
        assertThat(each().get(1).benefit()).isEqualByComparingTo("10");
    }

    // ------------------------------------------------------------ hand-made cases

    /** @return number of its customer */
    private String lost(Instant openedAt, Object... columns) {
        cases++;
        String customer = "C-" + cases;
        jdbc.sql("insert into customer (number, name) values (?, 'Somebody')")
                .param(customer)
                .update();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("case_number", "LCR-2026-%06d".formatted(cases));
        row.put("customer_number", customer);
        row.put("signal", "silence");
        row.put("reference", "r" + cases);
        row.put("opened_at", utc(openedAt));
        row.put("value_tier", "B");
        row.put("yearly_value", 120);
        row.put("lifetime_value", 400);
        row.put("second_lifetime_value", 300);
        row.put("assumptions_version", 1);
        row.put("hold_out", false);
        row.put("tries", 0);
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1] instanceof Instant at ? utc(at) : columns[i + 1]);
        }
        jdbc.sql("insert into lost_customer (%s) values (%s)"
                        .formatted(
                                String.join(", ", row.keySet()),
                                String.join(", ", Collections.nCopies(row.size(), "?"))))
                .params(new ArrayList<>(row.values()))
                .update();
        return customer;
    }

    private String worth(String customer, String benefit, String cost) {
        jdbc.sql("""
                        update lost_customer set benefit_repurchase = cast(? as numeric(16, 2)), benefit_replacement = 1,
                            benefit_referral = 1, benefit_learnt = 1, cost_people = cast(? as numeric(16, 2)), cost_offer = 0.25,
                            cost_letters = 0.25, cost_losses = 0 where customer_number = ?""").params(benefit, cost, customer).update();
        return customer;
    }

    private void buys(String customer, int daysAfter, String amount) {
        Instant at = MARCH.plus(daysAfter, ChronoUnit.DAYS);
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, house_amount,
                            currency, what)
                        values ('test', ?, ?, ?, ?, cast(? as numeric(14, 2)), 1, 'GBP', 'something')""")
                .params("p" + ++purchases, customer, utc(at), LocalDate.ofInstant(at, ZoneOffset.UTC), amount)
                .update();
    }

    private void agrees(String customer, String kind, int daysAfter) {
        LocalDate began = LocalDate.ofInstant(MARCH, ZoneOffset.UTC).plusDays(daysAfter);
        jdbc.sql("""
                        insert into agreement (source, external_id, customer_number, kind, what, began_on, ends_on)
                        values ('test', ?, ?, ?, 'something', ?, ?)""")
                .params(customer, customer, kind, began, began.plusYears(1))
                .update();
    }

    private Map<Stand, Integer> stands() {
        Map<Stand, Integer> stands = new HashMap<>();
        figures.counts(FROM, UNTIL).forEach(count -> stands.merge(count.stand(), count.cases(), Integer::sum));
        return stands;
    }

    private List<Recovery> each() {
        List<Recovery> all = new ArrayList<>();
        figures.each(FROM, UNTIL, all::add);
        return all;
    }

    private static String caseOf(String customer) {
        return "LCR-2026-%06d".formatted(Integer.parseInt(customer.substring(2)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
