package io.amends.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;

class OneApplicationTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final OneApplication keeper = new OneApplication();
    private final TestContext first = mock(TestContext.class);
    private final TestContext next = mock(TestContext.class);
    private final ProcessEngine engine = mock(ProcessEngine.class);

    @BeforeEach
    void an_application_whose_clock_was_moved() {
        OneApplication.close();
        when(engine.getName()).thenReturn("the engine of another test");
        keeper.beforeTestClass(first);
        ClockUtil.offset(MONTH.toMillis());
        keeper.afterTestClass(first);
    }

    @AfterEach
    void nothing_is_left() {
        ProcessEngines.unregister(engine);
        OneApplication.close();
        ClockUtil.reset();
    }

    @Test
    void between_two_classes_the_time_is_the_real_one() {
        assertThat(engineTime()).isCloseTo(realTime(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void classes_of_one_configuration_share_the_application_and_its_time() {
        when(next.hasApplicationContext()).thenReturn(true);

        keeper.beforeTestClass(next);

        verify(first, never()).markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        assertThat(engineTime()).isCloseTo(realTime().plus(MONTH), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void another_configuration_finds_the_application_before_it_closed_and_the_real_time() {
        keeper.beforeTestClass(next);

        verify(first).markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        assertThat(engineTime()).isCloseTo(realTime(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void an_application_is_not_used_again_when_somebody_else_had_an_engine() {
        when(next.hasApplicationContext()).thenReturn(true);
        ProcessEngines.registerProcessEngine(engine);

        keeper.beforeTestClass(next);

        verify(first).markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    private static Instant engineTime() {
        return ClockUtil.now().toInstant();
    }

    private static Instant realTime() {
        return Clock.systemUTC().instant();
    }
}
