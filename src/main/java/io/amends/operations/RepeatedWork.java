package io.amends.operations;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Work that one thread does again and again while the application runs, and at once when it is pushed. What goes wrong is
 * logged and ends nothing: a database that is away for a while comes back. Stopping waits up to half a minute for what is under way.
 */
public final class RepeatedWork {

    private static final int PATIENCE_SECONDS = 30;

    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final AtomicBoolean pushed = new AtomicBoolean();
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    /**
     * @param name one word, for the thread and the log
     * @param pause between the end of one round and the next
     */
    public RepeatedWork(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // quietly() reports its failures itself
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setThreadNamePrefix(name + "-");
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        started.initialize();
        started.scheduleWithFixedDelay(this::quietly, pause);
        scheduler = started;
    }

    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.shutdown();
        }
    }

    public boolean isRunning() {
        return scheduler != null;
    }

    /** Does not wait for the end of the pause; nothing while it is stopped. */
    public void push() {
        ThreadPoolTaskScheduler running = scheduler;
        if (running != null && pushed.compareAndSet(false, true)) {
            running.execute(this::quietly);
        }
    }

    private void quietly() {
        pushed.set(false);
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A round of '{}' failed, the next comes in {}: {}", name, pause, e.toString());
        }
    }
}
