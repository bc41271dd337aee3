package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.amends.customer.CustomerRegister.NewAgreement;
import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.customer.CustomerRegister.NewPurchase;
import io.amends.imports.ImportTarget;
import io.amends.imports.ImportTarget.Outcome;
import io.amends.imports.Row;
import io.amends.modeling.FormRefusal;
import io.amends.testing.Tables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers bought and agreed to, and what they are worth by it (L-3), on whichever database. */
abstract class ValueContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private JdbcClient jdbc;
    private CustomerDirectory directory;
    private CustomerRegister register;
    private CustomerValues values;
    private CustomerImport customers;
    private PurchaseImport purchases;
    private AgreementImport agreements;
    private int invoices;

    abstract DataSource database() throws Exception;

    @BeforeEach
    void an_empty_database() throws Exception {
        var database = database();
        Tables.anew(database);
        jdbc = JdbcClient.create(database);
        var settings = Settings.withRates(Map.of("EUR", new BigDecimal("0.80"), "KWD", new BigDecimal("2.40")));
        var phones = new PhoneNumbers(settings);
        var money = new HouseMoney(settings);
        directory = new JdbcCustomerDirectory(jdbc, phones, clock, said -> {});
        register = new JdbcCustomerRegister(jdbc, phones, money, clock, event -> {});
        values = new JdbcCustomerValues(new CustomerValueTable(jdbc), HouseFigures::chosen, money, clock);
        customers = new CustomerImport(register);
        purchases = new PurchaseImport(register, directory, values, money, clock);
        agreements = new AgreementImport(register, directory, clock);
    }

    @Test
    void a_customer_is_worth_what_they_bring_in_a_year_for_as_long_as_they_stay() {
        customer("ANN");
        bought("ANN", "2026-01-01", "100");
        bought("ANN", "2026-01-01", "60");
        bought("ANN", "2026-01-11", "40");
        bought("ANN", "2026-01-31", "50");
        bought("ANN", "2026-02-01", "-50");

        values.bringUpToDate();

        var ann = values.of("ANN").orElseThrow();
        assertThat(ann.asOf()).isEqualTo(TODAY);
        assertThat(ann.assumptionsVersion()).isEqualTo(7);
        assertThat(ann.purchases()).isEqualTo(4);
        assertThat(ann.purchaseDays()).isEqualTo(3);
        assertThat(ann.firstBoughtOn()).isEqualTo("2026-01-01");
        assertThat(ann.lastBoughtOn()).isEqualTo("2026-01-31");
        assertThat(ann.usualInterval()).isEqualByComparingTo("15");
        assertThat(ann.netAmount()).isEqualByComparingTo("200");
        // less than a year: what they brought so far
        assertThat(ann.yearlyValue()).isEqualByComparingTo("60");
        assertThat(ann.lifetimeValue()).isEqualByComparingTo("184.48");
        assertThat(ann.secondLifetimeValue()).isEqualByComparingTo("131.69");
        assertThat(values.currency()).isEqualTo("GBP");
    }

    @Test
    void who_has_been_with_us_for_longer_is_counted_by_the_year() {
        customer("ANN");
        bought("ANN", "2024-03-02", "365");
        bought("ANN", "2025-03-02", "365");

        values.recompute(TODAY);

        assertThat(values.of("ANN").orElseThrow().yearlyValue()).isEqualByComparingTo("109.50");
    }

    @Test
    void what_was_bought_after_the_day_does_not_count() {
        customer("ANN");
        bought("ANN", "2025-01-01", "10");
        bought("ANN", "2025-06-01", "90");

        values.recompute(LocalDate.parse("2025-05-31"));
        assertThat(values.of("ANN").orElseThrow().netAmount()).isEqualByComparingTo("10");

        values.recompute(LocalDate.parse("2025-06-01"));
        assertThat(values.of("ANN").orElseThrow().netAmount()).isEqualByComparingTo("100");
    }

    @Test
    void the_usual_interval_needs_three_days_with_purchases() {
        customer("TWO-DAYS");
        bought("TWO-DAYS", "2026-01-01", "10");
        bought("TWO-DAYS", "2026-01-01", "10");
        bought("TWO-DAYS", "2026-01-09", "10");
        bought("TWO-DAYS", "2026-01-20", "-5");
        customer("EVEN");
        List.of("2026-01-01", "2026-01-04", "2026-01-08", "2026-02-28").forEach(day -> bought("EVEN", day, "10"));
        customer("HALF");
        List.of("2026-01-01", "2026-01-04", "2026-01-08").forEach(day -> bought("HALF", day, "10"));

        values.recompute(TODAY);

        assertThat(values.of("TWO-DAYS").orElseThrow().usualInterval()).isNull();
        assertThat(values.of("EVEN").orElseThrow().usualInterval()).isEqualByComparingTo("4");
        assertThat(values.of("HALF").orElseThrow().usualInterval()).isEqualByComparingTo("3.5");
    }

    @Test
    void without_purchases_or_with_more_returned_than_bought_a_customer_is_worth_nothing() {
        customer("NONE");
        customer("RETURNED");
        bought("RETURNED", "2026-01-01", "-5");
        customer("EVEN");
        bought("EVEN", "2026-01-01", "5");
        bought("EVEN", "2026-01-02", "-5.50");

        values.bringUpToDate();

        assertThat(values.of("NONE").orElseThrow())
                .returns(0, CustomerValue::purchases)
                .returns(null, CustomerValue::usualInterval)
                .returns("none", CustomerValue::tier);
        assertThat(values.of("RETURNED").orElseThrow())
                .returns(0, CustomerValue::purchases)
                .returns(new BigDecimal("-5.00"), CustomerValue::netAmount)
                .returns(new BigDecimal("0.00"), CustomerValue::secondLifetimeValue)
                .returns("none", CustomerValue::tier);
        assertThat(values.of("EVEN").orElseThrow())
                .returns(1, CustomerValue::purchases)
                .returns(new BigDecimal("0.00"), CustomerValue::yearlyValue)
                .returns("C", CustomerValue::tier);
        assertThat(values.of("NOBODY")).isEmpty();
    }

    @Test
    void those_who_bring_the_first_four_fifths_are_A_whoever_crosses_the_line_included() {
        var brought = Map.of("P1", "700", "P2", "150", "P3", "60", "P4", "50", "P5", "40", "P6", "0");
        brought.forEach((number, amount) -> {
            customer(number);
            bought(number, "2026-01-01", amount);
        });

        values.bringUpToDate();

        assertThat(tiers("P1", "P2", "P3", "P4", "P5", "P6")).containsExactly("A", "A", "B", "B", "C", "none");

        customer("P0");
        bought("P0", "2026-01-01", "4000");
        values.bringUpToDate();

        assertThat(tiers("P0", "P1", "P2", "P3", "P4", "P5", "P6"))
                .containsExactly("A", "B", "B", "C", "C", "C", "none");
    }

    @Test
    void some_at_a_time_in_the_order_of_their_numbers_come_to_the_same_as_all_at_once() {
        for (var n = 1; n <= 7; n++) {
            customer("N" + n);
            bought("N" + n, "2026-01-0" + n, "10");
        }

        var first = values.recomputeRange(TODAY, null, 3);
        assertThat(first).contains("N3");
        assertThat(values.of("N4")).isEmpty();
        var second = values.recomputeRange(TODAY, first.orElseThrow(), 3);
        assertThat(second).contains("N6");
        var third = values.recomputeRange(TODAY, second.orElseThrow(), 3);
        assertThat(third).contains("N7");
        assertThat(values.recomputeRange(TODAY, third.orElseThrow(), 3)).isEmpty();

        var bySome = rows();
        values.recompute(TODAY);
        assertThat(rows()).isEqualTo(bySome).hasSize(7);
    }

    @Test
    void purchases_in_another_currency_count_by_the_houses_rate() {
        customer("ANN");
        purchases.take("shop", List.of(purchases.read("shop", purchase(Map.of("amount", "100", "currency", "eur")))));
        purchases.finish();

        assertThat(values.of("ANN").orElseThrow().netAmount()).isEqualByComparingTo("80");
        assertThat(directory.purchases("ANN", 1).get(0))
                .returns("EUR", Purchase::currency)
                .returns(new BigDecimal("100.00"), Purchase::amount);
    }

    @Test
    void a_purchase_that_cannot_be_is_refused_by_its_field() {
        customer("ANN");

        assertThat(refused(purchases, purchase(Map.of("boughtAt", "2026-03-02T10:00:01Z"))))
                .isEqualTo(Map.of("boughtAt", "lies in the future"));
        assertThat(refused(purchases, purchase(Map.of("boughtAt", "2026-03-03"))))
                .containsOnlyKeys("boughtAt");
        assertThat(refused(purchases, purchase(Map.of("customerNumber", "NOBODY"))))
                .isEqualTo(Map.of("customerNumber", "is not the number of a known customer"));
        assertThat(refused(purchases, purchase(Map.of("amount", "10000000.01"))))
                .isEqualTo(Map.of("amount", "is beyond 10000000 GBP, which no purchase can be"));
        assertThat(refused(purchases, purchase(Map.of("amount", "-10000001")))).containsOnlyKeys("amount");
        assertThat(refused(purchases, purchase(Map.of("amount", "5000000", "currency", "KWD"))))
                .containsOnlyKeys("amount");
        assertThat(refused(purchases, purchase(Map.of("currency", "XQZ"))))
                .isEqualTo(Map.of("currency", "is not a currency of ISO 4217 such as GBP"));
        assertThat(refused(purchases, purchase(Map.of("currency", "USD"))).get("currency"))
                .startsWith("has no exchange rate to GBP");
        assertThat(refused(purchases, purchase(Map.of("currency", "US")))).containsOnlyKeys("currency");
        assertThat(refused(purchases, purchase(Map.of("kind", "cancellation")))).containsOnlyKeys("kind");
        assertThat(refused(
                        purchases,
                        purchase(Map.of("boughtAt", "2027-01-01", "amount", "1e11", "customerNumber", "NOBODY"))))
                .containsOnlyKeys("boughtAt", "amount", "customerNumber");
    }

    @Test
    void a_purchase_at_the_edge_of_what_can_be_is_taken() {
        customer("ANN");
        var row = purchases.read("shop", purchase(Map.of("boughtAt", "2026-03-02T10:00:00Z", "amount", "-10000000")));

        assertThat(purchases.take("shop", List.of(row))).containsExactly(Outcome.TAKEN);
        assertThat(purchases.take("shop", List.of(row))).containsExactly(Outcome.KNOWN);
    }

    @Test
    void an_agreement_is_taken_once_and_told_with_its_days() {
        customer("ANN");
        var lease = agreements.read("crm", agreement(Map.of("beganOn", "2024-05-01")));
        var closed = agreements.read(
                "crm", agreement(Map.of("externalId", "a2", "kind", "account", "endsOn", "2026-03-02")));

        assertThat(agreements.take("crm", List.of(lease, closed))).containsExactly(Outcome.TAKEN, Outcome.TAKEN);
        assertThat(agreements.take("crm", List.of(lease, closed))).containsExactly(Outcome.KNOWN, Outcome.KNOWN);
        assertThat(agreements.take("other", List.of(closed))).containsExactly(Outcome.TAKEN);

        assertThat(lease)
                .isEqualTo(new NewAgreement(
                        "a1",
                        "ANN",
                        "contract",
                        "Maintenance of the boiler",
                        LocalDate.parse("2024-05-01"),
                        LocalDate.parse("2026-04-30")));
        assertThat(directory.agreements("ANN"))
                .extracting(Agreement::kind, Agreement::endsOn)
                .containsExactly(
                        tuple("contract", LocalDate.parse("2026-04-30")),
                        tuple("account", TODAY),
                        tuple("account", TODAY));
    }

    @Test
    void an_agreement_that_cannot_be_is_refused_by_its_field() {
        customer("ANN");

        assertThat(refused(agreements, agreement(Map.of("customerNumber", "NOBODY"))))
                .containsOnlyKeys("customerNumber");
        assertThat(refused(agreements, agreement(Map.of("kind", "lease"))))
                .isEqualTo(Map.of("kind", "must be one of account, contract, loan, warranty"));
        assertThat(refused(agreements, agreement(Map.of("kind", "")))).isEqualTo(Map.of("kind", "is missing"));
        assertThat(refused(agreements, agreement(Map.of("endsOn", "30.4.2026"))))
                .isEqualTo(Map.of("endsOn", "must be a date such as 2026-03-31"));
        assertThat(refused(agreements, agreement(Map.of("endsOn", "")))).isEqualTo(Map.of("endsOn", "is missing"));
        assertThat(refused(agreements, agreement(Map.of("beganOn", "2026-05-01"))))
                .isEqualTo(Map.of("endsOn", "lies before beganOn"));
        assertThat(refused(agreements, agreement(Map.of("kind", "account", "endsOn", "2026-03-03")))
                        .get("endsOn"))
                .startsWith("lies in the future");
        assertThat(refused(agreements, new Row(2, Map.of())))
                .containsOnlyKeys("externalId", "customerNumber", "kind", "what", "endsOn");
    }

    @Test
    void a_customers_standing_comes_with_the_file() {
        var row = customers.read("crm", new Row(2, Map.of("number", "BOB", "name", "Bob", "standing", "deceased")));
        customers.take("crm", List.of(row));
        customers.take(
                "crm",
                List.of(customers.read("crm", new Row(3, Map.of("number", "CY", "name", "Cy", "standing", "")))));

        assertThat(directory.standings(List.of("BOB", "CY")))
                .extractingByKeys("BOB", "CY")
                .extracting(Standing::standing)
                .containsExactly("deceased", "active");
        assertThat(refused(customers, new Row(2, Map.of("number", "DI", "name", "Di", "standing", "unwelcome"))))
                .containsOnlyKeys("standing");
    }

    private void customer(String number) {
        register.addCustomers(
                List.of(new NewCustomer(number, number, null, null, null, "en", null, null, Map.of(), "active")));
    }

    private void bought(String number, String day, String amount) {
        register.addPurchases(
                "shop",
                List.of(new NewPurchase(
                        "i" + invoices++,
                        number,
                        Instant.parse(day + "T09:00:00Z"),
                        new BigDecimal(amount),
                        "GBP",
                        "Tea",
                        amount.startsWith("-") ? "cancellation" : "sale")));
    }

    private static Row purchase(Map<String, String> other) {
        return row(
                Map.of(
                        "externalId",
                        "p1",
                        "customerNumber",
                        "ANN",
                        "boughtAt",
                        "2026-03-01",
                        "amount",
                        "10",
                        "currency",
                        "GBP"),
                other);
    }

    private static Row agreement(Map<String, String> other) {
        return row(
                Map.of(
                        "externalId",
                        "a1",
                        "customerNumber",
                        "ANN",
                        "kind",
                        "contract",
                        "what",
                        "Maintenance of the boiler",
                        "endsOn",
                        "2026-04-30"),
                other);
    }

    private static Row row(Map<String, String> usual, Map<String, String> other) {
        var cells = new HashMap<>(usual);
        cells.putAll(other);
        return new Row(2, cells);
    }

    private static Map<String, String> refused(ImportTarget<?> target, Row row) {
        var refusal = catchThrowableOfType(FormRefusal.class, () -> target.read("shop", row));
        assertThat(refusal).as("the refusal").isNotNull();
        var reasons = new HashMap<String, String>();
        refusal.findings().forEach(finding -> reasons.put(finding.field(), finding.reason()));
        return reasons;
    }

    private List<String> tiers(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> {
                    var tier = values.of(number).orElseThrow().tier();
                    assertThat(directory.byNumber(number).orElseThrow().tier()).isEqualTo(tier);
                    return tier;
                })
                .toList();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from customer_value order by customer_number")
                .query()
                .listOfRows();
    }
}
