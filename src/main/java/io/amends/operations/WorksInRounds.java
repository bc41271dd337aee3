package io.amends.operations;

import org.springframework.context.SmartLifecycle;

/** Whoever works again and again from the start of the application to its end. */
public interface WorksInRounds extends SmartLifecycle {

    /** The same one each time. */
    RepeatedWork rounds();

    @Override
    default void start() {
        rounds().start();
    }

    @Override
    default void stop() {
        rounds().stop();
    }

    @Override
    default boolean isRunning() {
        return rounds().isRunning();
    }
}
