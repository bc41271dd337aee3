package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseClockTest {

    private final HouseClock clock = new HouseClock(ZoneId.of("Europe/London"));

    @BeforeEach
    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void it_tells_the_real_time_until_it_is_moved() {
        assertThat(clock.now()).isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void the_engine_moves_with_it() {
        Instant moved = clock.advance(Duration.ofDays(3));

        assertThat(moved)
                .isCloseTo(Clock.systemUTC().instant().plus(Duration.ofDays(3)), within(1, ChronoUnit.SECONDS));
        assertThat(ClockUtil.now().toInstant()).isCloseTo(moved, within(1, ChronoUnit.SECONDS));
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant())
                .isCloseTo(moved, within(1, ChronoUnit.SECONDS));
    }

    @Test
    void moves_add_up_and_never_go_back() {
        Instant last = clock.now();
        for (int i = 0; i < 1000; i++) {
            Instant next = clock.advance(i % 2 == 0 ? Duration.ZERO : Duration.ofMillis(1));
            assertThat(next).isAfterOrEqualTo(last);
            last = next;
        }
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageContaining("only moves forward");
    }

    @Test
    void a_restored_clock_does_not_fall_back_behind_one_that_was_moved_further() {
        clock.restore(Duration.ofDays(2));
        clock.restore(Duration.ofDays(1));

        assertThat(Duration.between(Clock.systemUTC().instant(), clock.now()))
                .isCloseTo(Duration.ofDays(2), Duration.ofSeconds(1));
    }

    @Test
    void whoever_may_refuse_is_asked_before_and_whoever_waits_is_told_after() {
        List<String> order = new ArrayList<>();
        HouseClock watched = new HouseClock(ZoneId.of("UTC"), new ClockMovement() {
            @Override
            public void before(Duration offset) {
                order.add("before at " + ahead());
            }

            @Override
            public void after(Duration offset) {
                order.add("after at " + ahead());
            }
        });

        watched.advance(Duration.ofHours(5));

        assertThat(order).containsExactly("before at 0", "after at 5");
    }

    private static long ahead() {
        return Duration.between(
                        Clock.systemUTC().instant(), ClockUtil.now().toInstant().plusSeconds(1))
                .toHours();
    }
}
