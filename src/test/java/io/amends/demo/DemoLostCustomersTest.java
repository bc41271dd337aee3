package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.customer.CustomerRegister.NewCustomer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoLostCustomersTest {

    private final Map<String, NewCustomer> customers =
            DemoCustomers.asOf(Instant.parse("2026-03-02T09:00:00Z")).customers().stream()
                    .collect(Collectors.toMap(NewCustomer::number, Function.identity()));

    @Test
    void whoever_is_called_has_a_telephone_and_did_not_refuse_it() throws Exception {
        List<DemoLostCustomer> lost = DemoScript.lostCustomers();

        assertThat(lost).extracting(DemoLostCustomer::name).doesNotHaveDuplicates();
        assertThat(lost).extracting(DemoLostCustomer::customer).doesNotHaveDuplicates();
        assertThat(lost).allSatisfy(demo -> {
            NewCustomer customer = customers.get(demo.customer());
            assertThat(customer).as(demo.customer()).isNotNull();
            assertThat(customer.phone()).isNotNull();
            assertThat(customer.consents()).containsEntry("phone", true);
            assertThat(customer.doNotContactReason()).isNull();
        });
    }

    @Test
    void nobody_has_a_complaint_of_the_demo_open_for_that_would_go_first() throws Exception {
        List<String> complaining =
                DemoScript.read().stream().map(DemoCase::customer).toList();

        assertThat(DemoScript.lostCustomers())
                .extracting(DemoLostCustomer::customer)
                .doesNotContainAnyElementsOf(complaining);
    }
}
