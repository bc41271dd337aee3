package io.amends.testing;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Keeps one application alive in a JVM, because the engine's registry and its clock are static. Test classes that follow each
 * other with the same configuration share it and its time; before any other configuration starts, and after the last class, it is closed: its database server would else end before it.
 */
public final class OneApplication implements TestExecutionListener, LauncherSessionListener, Ordered {

    private static @Nullable TestContext application;
    private static Map<String, ProcessEngine> engines = Map.of();
    private static @Nullable Duration leftAhead;

    /** Closes the application that is alive, for a test that starts one by itself. */
    public static void close() {
        if (application != null) {
            application.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
            application = null;
        }
        leftAhead = null;
    }

    @Override
    public void launcherSessionClosed(LauncherSession ended) {
        close();
    }

    /** After Spring has closed what was asked to be fresh, before it injects anything. */
    @Override
    public int getOrder() {
        return 1_600;
    }

    @Override
    public void beforeTestClass(TestContext next) {
        if (!next.hasApplicationContext() || !untouched()) {
            close();
        } else if (leftAhead != null) {
            ClockUtil.offset(leftAhead.toMillis());
            leftAhead = null;
        }
        application = next;
    }

    @Override
    public void afterTestClass(TestContext last) {
        engines = Map.copyOf(ProcessEngines.getProcessEngines());
        if (leftAhead == null) {
            leftAhead = ahead();
        }
        ClockUtil.reset();
    }

    // false between a class and one nested in it is right as well: the engine came with the outer class
    private static boolean untouched() {
        return leftAhead == null || engines.equals(ProcessEngines.getProcessEngines());
    }

    // the real time is read first, so that an application's time never goes back
    private static Duration ahead() {
        long real = Clock.systemUTC().millis();
        return Duration.ofMillis(ClockUtil.now().getTime() - real);
    }
}
