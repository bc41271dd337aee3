package io.amends.demo;

import io.amends.clock.HouseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the clock from one due timer to the next, and lets each run at about its time: a second reminder that counts from the
 * first comes out as it would in real time.
 */
@Component
@Profile("demo")
class ClockTravel {

    /** Comes round every hour and looks at how things stand: once at each stop is enough, as for the engine's own clean-up. */
    private static final String WATCH = "clock-watch";

    private static final int NEAREST = 20;
    private static final int MOST_STOPS = 60;
    private static final Duration SHORTEST_LEG = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration JOURNEY = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 25;

    private final HouseClock clock;
    private final ManagementService management;

    ClockTravel(HouseClock clock, ManagementService management) {
        this.clock = clock;
        this.management = management;
    }

    /** @return the time at the end, with everything done that became due on the way and did not take too long */
    synchronized Instant to(Instant target) {
        // in a thread where nobody is signed in, for whoever travels need not be allowed to see every job
        return CompletableFuture.supplyAsync(() -> travel(target)).join();
    }

    private Instant travel(Instant target) {
        Duration leg = Duration.between(clock.instant(), target).dividedBy(MOST_STOPS);
        Duration shortest = leg.compareTo(SHORTEST_LEG) > 0 ? leg : SHORTEST_LEG;
        long end = System.nanoTime() + JOURNEY.toNanos();
        Optional<Instant> next = nextDue(target);
        while (next.isPresent() && System.nanoTime() < end) {
            Instant stop = later(next.get(), clock.instant().plus(shortest));
            if (!stop.isBefore(target)) {
                break;
            }
            move(stop);
            settle();
            next = nextDue(target);
        }
        move(target);
        settle();
        return clock.instant();
    }

    private void move(Instant to) {
        Duration by = Duration.between(clock.instant(), to);
        clock.advance(by.isNegative() ? Duration.ZERO : by);
    }

    private Optional<Instant> nextDue(Instant target) {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant()))
                .duedateLowerThan(Date.from(target))
                .orderByJobDuedate()
                .asc()
                .listPage(0, NEAREST)
                .stream()
                .filter(job -> job.getProcessDefinitionKey() != null && !WATCH.equals(job.getProcessDefinitionKey()))
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    private void settle() {
        long end = System.nanoTime() + STOP.toNanos();
        while (System.nanoTime() < end
                && management.createJobQuery().active().executable().count() > 0) {
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
