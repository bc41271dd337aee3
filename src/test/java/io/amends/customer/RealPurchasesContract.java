package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.customer.CustomerRegister.NewPurchase;
import io.amends.imports.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** L-3: what the customers of a real shop are worth, by the database and once more by hand, invoice by invoice. */
abstract class RealPurchasesContract {

    private static final LocalDate AS_OF = LocalDate.parse("2011-12-09");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    abstract DataSource database() throws Exception;

    @Test
    void values_tiers_and_intervals_of_4372_customers_come_to_the_same_by_hand() throws Exception {
        var folder = System.getenv("AMENDS_REAL_DATA");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                folder != null, "AMENDS_REAL_DATA does not name the folder of the real files");
        var invoices = read(Path.of(folder, "purchases", "online_retail_invoices_all.csv"));
        assertThat(invoices).hasSize(22_190);

        var values = worthByTheDatabase(invoices);
        var byHand = byHand(invoices);

        assertThat(values.keySet()).isEqualTo(byHand.keySet()).hasSize(4372);
        values.forEach((number, value) -> assertSame(value, byHand.get(number)));
        var total = values.values().stream().map(CustomerValue::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total).isEqualByComparingTo("8300065.81");
        tell(values, total);
    }

    private Map<String, CustomerValue> worthByTheDatabase(List<Invoice> invoices) throws Exception {
        var database = database();
        Flyway.configure().dataSource(database).load().migrate();
        // one connection for all: a new one for each row would take longer than the work
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(database.getConnection(), true));
        var settings = Settings.standard();
        var money = new HouseMoney(settings);
        var directory = new JdbcCustomerDirectory(jdbc, new PhoneNumbers(settings), clock, said -> {});
        var register = new JdbcCustomerRegister(jdbc, new PhoneNumbers(settings), money, clock, event -> {});
        var values = new JdbcCustomerValues(new CustomerValueTable(jdbc), HouseFigures::chosen, money, clock);
        var purchases = new PurchaseImport(register, directory, values, money, clock);
        invoices.stream()
                .map(Invoice::customer)
                .distinct()
                .forEach(number -> register.addCustomers(List.of(new NewCustomer(
                        number, "Customer " + number, null, null, null, "en", null, null, Map.of(), "active"))));
        List<NewPurchase> rows = new ArrayList<>();
        invoices.forEach(invoice -> rows.add(purchases.read("shop", row(invoice))));
        purchases.take("shop", rows);

        values.recompute(AS_OF);
        values.rankTiers();

        Map<String, CustomerValue> found = new TreeMap<>();
        invoices.forEach(invoice -> found.computeIfAbsent(
                invoice.customer(), number -> values.of(number).orElseThrow()));
        return found;
    }

    private static void assertSame(CustomerValue value, ByHand byHand) {
        assertThat(value)
                .as(value.customerNumber())
                .returns(byHand.orders, CustomerValue::purchases)
                .returns(byHand.days.size(), CustomerValue::purchaseDays)
                .returns(byHand.days.isEmpty() ? null : byHand.days.first(), CustomerValue::firstBoughtOn)
                .returns(byHand.days.isEmpty() ? null : byHand.days.last(), CustomerValue::lastBoughtOn)
                .returns(byHand.tier, CustomerValue::tier);
        assertThat(value.netAmount()).as(value.customerNumber()).isEqualByComparingTo(byHand.net);
        assertThat(value.usualInterval()).as(value.customerNumber()).isEqualTo(byHand.usualInterval());
        var yearly = byHand.yearly();
        assertThat(value.yearlyValue()).isCloseTo(amount(yearly), within(CENT));
        assertThat(value.lifetimeValue()).isCloseTo(amount(summed(yearly, 0.75)), within(CENT));
        assertThat(value.secondLifetimeValue()).isCloseTo(amount(summed(yearly, 0.60)), within(CENT));
    }

    private static void tell(Map<String, CustomerValue> values, BigDecimal total) {
        Map<String, Long> tiers = new TreeMap<>();
        values.values().forEach(value -> tiers.merge(value.tier(), 1L, Long::sum));
        var withInterval = values.values().stream()
                .filter(value -> value.usualInterval() != null)
                .count();
        var yearly = values.values().stream().map(CustomerValue::yearlyValue).reduce(BigDecimal.ZERO, BigDecimal::add);
        System.out.printf(
                "As of %s: %d customers brought %s, worth %s a year; tiers %s; %d have a usual interval%n",
                AS_OF, values.size(), total, yearly, tiers, withInterval);
    }

    private static Map<String, ByHand> byHand(List<Invoice> invoices) {
        Map<String, ByHand> customers = new TreeMap<>();
        for (var invoice : invoices) {
            customers
                    .computeIfAbsent(invoice.customer(), number -> new ByHand())
                    .add(invoice);
        }
        var buyers = new ArrayList<>(customers.entrySet().stream()
                .filter(entry -> entry.getValue().orders > 0)
                .toList());
        buyers.sort(Comparator.comparing((Map.Entry<String, ByHand> entry) -> entry.getValue().net)
                .reversed()
                .thenComparing(Map.Entry::getKey));
        var total = buyers.stream()
                .map(entry -> entry.getValue().net.max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = BigDecimal.ZERO;
        for (var entry : buyers) {
            var brought = entry.getValue().net;
            var share = sum.doubleValue() / total.doubleValue();
            entry.getValue().tier = brought.signum() <= 0 || share >= 0.95 ? "C" : share >= 0.80 ? "B" : "A";
            sum = sum.add(brought);
        }
        return customers;
    }

    /** Year by year, as one would write it down. */
    private static double summed(double yearly, double retention) {
        var sum = 0.0;
        var thisYear = yearly;
        for (var year = 1; year <= 10; year++) {
            sum += thisYear;
            thisYear = thisYear * retention / 1.10;
        }
        return sum;
    }

    private static BigDecimal amount(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static List<Invoice> read(Path file) throws IOException {
        List<Invoice> invoices = new ArrayList<>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            for (CSVRecord row : parser) {
                invoices.add(new Invoice(
                        row.get("InvoiceNo"),
                        row.get("CustomerID"),
                        LocalDateTime.parse(row.get("InvoiceDate")),
                        new BigDecimal(row.get("amount"))));
            }
        }
        return invoices;
    }

    private static Row row(Invoice invoice) {
        Map<String, String> cells = new HashMap<>();
        cells.put("externalId", invoice.number());
        cells.put("customerNumber", invoice.customer());
        cells.put("boughtAt", invoice.at().atZone(LONDON).toInstant().toString());
        cells.put("amount", invoice.amount().toPlainString());
        cells.put("currency", "GBP");
        return new Row(2, cells);
    }

    private record Invoice(String number, String customer, LocalDateTime at, BigDecimal amount) {}

    private static final class ByHand {

        private int orders;
        private BigDecimal net = BigDecimal.ZERO;
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private String tier = "none";

        void add(Invoice invoice) {
            net = net.add(invoice.amount());
            if (invoice.amount().signum() > 0) {
                orders++;
                days.add(invoice.at().toLocalDate());
            }
        }

        BigDecimal usualInterval() {
            if (days.size() < 3) {
                return null;
            }
            List<Long> gaps = new ArrayList<>();
            for (var day : days.tailSet(days.first(), false)) {
                gaps.add(ChronoUnit.DAYS.between(days.lower(day), day));
            }
            gaps.sort(null);
            var middle = gaps.get(gaps.size() / 2) + gaps.get((gaps.size() - 1) / 2);
            return BigDecimal.valueOf(middle).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
        }

        double yearly() {
            if (orders == 0 || net.signum() <= 0) {
                return 0;
            }
            var marginOfOneOrder = net.doubleValue() / orders * 0.30;
            var ordersAYear = orders * 365.0 / Math.max(365, ChronoUnit.DAYS.between(days.first(), AS_OF));
            return LifetimeValue.yearly(marginOfOneOrder, ordersAYear);
        }
    }
}
