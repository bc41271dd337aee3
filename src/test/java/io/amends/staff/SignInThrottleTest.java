package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final StaffSlice.MovedClock clock = new StaffSlice.MovedClock();
    private final SignInThrottle throttle = new SignInThrottle(
            new StaffProperties(
                    new StaffProperties.Admin(null, null, null),
                    new StaffProperties.SignIn(5, 50, Duration.ofMinutes(5))),
            clock);

    @Test
    void all_tries_are_there_again_after_a_while() {
        for (int round = 0; round < 3; round++) {
            fail("agent", "10.0.0.1", 5);
            assertThatThrownBy(() -> throttle.take("agent", "10.0.0.1")).isInstanceOf(TooManyTriesException.class);
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void an_address_has_its_tries_back_after_a_while_too() {
        for (int round = 0; round < 3; round++) {
            for (int name = 0; name < 50; name++) {
                throttle.take("name-" + round + "-" + name, "10.0.0.1");
            }
            assertThatThrownBy(() -> throttle.take("agent", "10.0.0.1")).isInstanceOf(TooManyTriesException.class);
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void tries_come_back_whole_after_a_trickle() {
        for (int name = 0; name < 53; name++) {
            try {
                throttle.take("name-" + name, "10.0.0.1");
            } catch (TooManyTriesException e) {
                assertThat(e.retryAfterSeconds()).isLessThanOrEqualTo(6);
            }
            clock.advance(Duration.ofMillis(377));
        }
        clock.advance(Duration.ofHours(1));

        fail("agent", "10.0.0.1", 5);
    }

    @Test
    void a_try_that_succeeds_is_given_back() {
        for (int round = 0; round < 100; round++) {
            throttle.take("agent", "10.0.0.1").run();
        }
    }

    @Test
    void who_fails_at_one_address_may_still_sign_in_at_another() {
        fail("agent", "10.0.0.1", 5);

        assertThat(throttle.take("agent", "10.0.0.2")).isNotNull();
        assertThat(throttle.take("lead", "10.0.0.1")).isNotNull();
    }

    @Test
    void all_addresses_of_one_network_of_ipv6_count_as_one() {
        for (int host = 0; host < 5; host++) {
            throttle.take("agent", "2001:db8:1:2::" + host);
        }

        assertThatThrownBy(() -> throttle.take("agent", "2001:db8:1:2:ffff::1"))
                .isInstanceOf(TooManyTriesException.class);
        assertThat(throttle.take("agent", "2001:db8:1:3::1")).isNotNull();
    }

    private void fail(String user, String address, int times) {
        for (int tried = 0; tried < times; tried++) {
            throttle.take(user, address);
        }
    }
}
