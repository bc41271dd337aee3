package io.amends.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormLimiterTest {

    private final MovableClock clock = new MovableClock();
    private final FormLimiter limiter = new FormLimiter(
            new IntakeProperties(Duration.ofDays(90), new IntakeProperties.PublicForm(2, Duration.ofHours(1))), clock);

    @Test
    void an_address_may_send_so_many_and_again_after_a_while() {
        assertThat(limiter.refuse("192.0.2.1")).isEmpty();
        assertThat(limiter.refuse("192.0.2.1")).isEmpty();
        assertThat(limiter.refuse("192.0.2.1")).isPresent();
        assertThat(limiter.refuse("192.0.2.2")).isEmpty();

        clock.advance(Duration.ofMinutes(31));

        assertThat(limiter.refuse("192.0.2.1")).isEmpty();
    }

    @Test
    void all_addresses_of_one_network_count_together() {
        assertThat(limiter.refuse("2001:db8:1:2::1")).isEmpty();
        assertThat(limiter.refuse("2001:db8:1:2::2")).isEmpty();
        assertThat(limiter.refuse("2001:db8:1:2:ffff::3")).isPresent();
        assertThat(limiter.refuse("2001:db8:1:3::1")).isEmpty();
    }
}
