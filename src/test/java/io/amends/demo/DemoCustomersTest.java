package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.amends.customer.CustomerRegister.NewCustomer;
import io.amends.customer.CustomerRegister.NewPurchase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCustomersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final DemoCustomers made = DemoCustomers.asOf(NOW);

    @Test
    void they_are_the_same_every_time() {
        DemoCustomers again = DemoCustomers.asOf(NOW);

        assertThat(again.customers()).isEqualTo(made.customers());
        assertThat(again.purchases()).isEqualTo(made.purchases());
        assertThat(again.prospects()).isEqualTo(made.prospects());
    }

    @Test
    void there_are_two_hundred_with_some_of_every_kind() {
        assertThat(made.customers().size() + made.prospects().size()).isEqualTo(200);
        assertThat(made.customers())
                .filteredOn(c -> c.language().equals("zh-CN"))
                .hasSizeGreaterThan(30);
        assertThat(made.customers())
                .filteredOn(c -> c.doNotContactReason() != null)
                .hasSize(4);
        assertThat(made.customers()).filteredOn(c -> c.mail() == null).hasSizeGreaterThan(10);
        assertThat(made.customers()).filteredOn(c -> c.phone() == null).hasSizeGreaterThan(10);
        assertThat(made.customers())
                .filteredOn(c -> c.mail() == null && c.phone() == null)
                .hasSize(3);
        assertThat(made.customers().stream().map(NewCustomer::name).distinct().count())
                .isGreaterThan(120);
    }

    @Test
    void numbers_and_addresses_are_their_own_and_lead_nowhere() {
        assertThat(made.customers()).extracting(NewCustomer::number).doesNotHaveDuplicates();
        List<String> mails = made.customers().stream()
                .map(NewCustomer::mail)
                .filter(Objects::nonNull)
                .toList();
        assertThat(mails).doesNotHaveDuplicates().allMatch(mail -> mail.matches("[a-z0-9.]+@example\\.(org|net)"));
    }

    @Test
    void telephone_numbers_can_be_read_and_only_households_share_one() throws NumberParseException {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        List<String> phones = made.customers().stream()
                .map(NewCustomer::phone)
                .filter(Objects::nonNull)
                .toList();
        for (String phone : phones) {
            assertThat(util.isPossibleNumber(util.parse(phone, "GB"))).as(phone).isTrue();
        }
        Map<String, Long> sharing = phones.stream().collect(Collectors.groupingBy(p -> p, Collectors.counting()));
        assertThat(sharing.values()).contains(2L).allMatch(count -> count <= 2);
    }

    @Test
    void each_has_two_to_forty_purchases_within_two_years() {
        Map<String, Long> sales = made.purchases().stream()
                .filter(p -> p.kind().equals("sale"))
                .collect(Collectors.groupingBy(NewPurchase::customerNumber, Collectors.counting()));

        assertThat(sales).hasSize(made.customers().size());
        assertThat(sales.values()).allMatch(count -> count >= 2 && count <= 40);
        assertThat(made.purchases()).extracting(NewPurchase::externalId).doesNotHaveDuplicates();
        assertThat(made.purchases())
                .allMatch(p -> p.boughtAt().isBefore(NOW) && p.boughtAt().isAfter(NOW.minus(Duration.ofDays(731))));
        assertThat(made.purchases())
                .allMatch(p -> (p.amount().signum() < 0) == p.kind().equals("cancellation"))
                .anyMatch(p -> p.kind().equals("cancellation"));
    }

    @Test
    void the_cases_have_the_customers_that_they_need() throws Exception {
        Map<String, NewCustomer> byNumber =
                made.customers().stream().collect(Collectors.toMap(NewCustomer::number, c -> c));

        List<DemoCase> cases = DemoScript.read();

        assertThat(cases).extracting(DemoCase::name).doesNotHaveDuplicates().hasSize(12);
        assertThat(cases).allMatch(c -> byNumber.containsKey(c.customer()));
        assertThat(cases).allMatch(c -> byNumber.get(c.customer()).doNotContactReason() == null);
        assertThat(cases)
                .filteredOn(c -> byNumber.get(c.customer()).mail() == null)
                .extracting(DemoCase::name)
                .containsExactly("can-only-be-called");
        assertThat(cases)
                .filteredOn(c -> byNumber.get(c.customer()).language().equals("zh-CN"))
                .extracting(DemoCase::name)
                .containsExactly("asks-in-chinese");
    }
}
