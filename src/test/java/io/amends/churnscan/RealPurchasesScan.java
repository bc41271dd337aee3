package io.amends.churnscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.lostcustomer.Signal;
import io.amends.scenario.Scenario;
import io.amends.staff.StaffAccounts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** A year of a real shop: the scan finds whom a plain reading of the file finds (L-1). The file is not part of the project. */
@Scenario
@Import(ScannedHouse.class)
abstract class RealPurchasesScan {

    private static final LocalDate AS_OF = LocalDate.of(2011, 12, 9);

    @Autowired
    MockMvc browser;

    @Autowired
    ObjectMapper json;

    @Autowired
    ScannedHouse house;

    @Autowired
    ScanTable scans;

    @Autowired
    ScanCounts counts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffAccounts accounts;

    @Test
    void who_is_silent_on_the_last_day_of_the_file_is_the_same_by_the_scan_and_by_hand() throws Exception {
        accounts.createIfMissing(
                "manager", "Mo", "Example", "m@amends.example", "a rather long secret", List.of("service-managers"));
        Path file = Path.of(System.getenv("AMENDS_REAL_DATA"), "purchases", "online_retail_invoices_all.csv");
        imports("customers", "online-retail-customers", file);
        imports("purchases", "online-retail", file);
        long scan = house.looks(AS_OF.toString());

        Map<String, LocalDate> found = new TreeMap<>();
        jdbc.sql("select customer_number, since_on from churn_finding where scan_id = ? and signal = 'silence'")
                .param(scan)
                .query((row, n) -> found.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        Map<String, Past> pasts = read(file);
        Map<String, LocalDate> byHand = new TreeMap<>();
        BigDecimal worth = BigDecimal.ZERO;
        for (Map.Entry<String, Past> it : pasts.entrySet()) {
            if (it.getValue().silent()) {
                byHand.put(it.getKey(), it.getValue().days.last());
                worth = worth.add(it.getValue().net);
            }
        }

        assertThat(found).hasSizeGreaterThan(100).isEqualTo(byHand);
        ChurnScan told = scans.find(scan).orElseThrow();
        assertThat(counts.of(scan).get(Signal.SILENCE).found()).isEqualTo(byHand.size());
        assertThat(told.silent().netAmount()).isEqualByComparingTo(worth);
        assertThat(told.lookedAt()).isGreaterThanOrEqualTo(pasts.size());
        System.out.printf(
                "Lost by silence as of %s: %d of %d customers; bought %s in all, lifetime value %s, second lifetime value %s%n",
                AS_OF,
                found.size(),
                told.lookedAt(),
                told.silent().netAmount(),
                told.silent().lifetimeValue(),
                told.silent().secondLifetimeValue());
    }

    private void imports(String what, String mapping, Path file) throws Exception {
        JsonNode answer = json.readTree(browser.perform(post("/api/" + what + "/import")
                        .param("mapping", mapping)
                        .param("source", "real")
                        .contentType("text/csv")
                        .content(Files.readAllBytes(file))
                        .with(csrf())
                        .with(user("manager").authorities(new SimpleGrantedAuthority("ROLE_service-managers"))))
                .andReturn()
                .getResponse()
                .getContentAsString());
        System.out.println("Real " + what + ": " + answer.get("rows") + " rows, " + answer.get("taken") + " taken");
        assertThat(answer.get("taken").asInt()).isPositive();
    }

    /** By customer, in memory, row by row: nothing of how the database does it. */
    private static Map<String, Past> read(Path file) throws IOException {
        Map<String, Past> pasts = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String customer = cells[head.indexOf("CustomerID")];
            LocalDate day =
                    LocalDateTime.parse(cells[head.indexOf("InvoiceDate")]).toLocalDate();
            if (customer.isBlank() || day.isAfter(AS_OF)) {
                continue;
            }
            BigDecimal amount = new BigDecimal(cells[head.indexOf("amount")]);
            Past past = pasts.computeIfAbsent(customer, it -> new Past());
            past.net = past.net.add(amount);
            if (amount.signum() > 0) {
                past.days.add(day);
            }
        }
        return pasts;
    }

    private static final class Past {

        private BigDecimal net = BigDecimal.ZERO;
        private final TreeSet<LocalDate> days = new TreeSet<>();

        private boolean silent() {
            if (days.size() < 3) {
                return false;
            }
            List<Long> gaps = new ArrayList<>();
            LocalDate before = null;
            for (LocalDate day : days) {
                if (before != null) {
                    gaps.add(day.toEpochDay() - before.toEpochDay());
                }
                before = day;
            }
            gaps.sort(null);
            int middle = gaps.size() / 2;
            double usual = gaps.size() % 2 == 1 ? gaps.get(middle) : (gaps.get(middle - 1) + gaps.get(middle)) / 2.0;
            long silent = AS_OF.toEpochDay() - days.last().toEpochDay();
            return silent > 60 && silent > 3 * usual;
        }
    }
}
