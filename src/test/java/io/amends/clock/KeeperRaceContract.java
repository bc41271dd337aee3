package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two at the same time, in threads and transactions of their own: one outcome, nothing said twice or for nothing. */
abstract class KeeperRaceContract extends KeeperContract {

    private static final int ROUNDS = 12;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        others.shutdownNow();
    }

    @Test
    void a_task_completed_just_before_its_deadline_fires_calls_nobody() throws Exception {
        hold();
        String answer = task("Task_Answer").getId();
        String timer = keeperTimer().getId();
        now(DEADLINE);

        whileUncommitted(() -> tasks.complete(answer), () -> management.executeJob(timer));

        assertThat(clock().met()).isEqualTo(DEADLINE);
        assertThat(clock().breached()).isNull();
        assertThat(open("Task_Help")).isZero();
        assertThat(keeperCount()).isZero();
        assertNoFailedJob();
    }

    @Test
    void a_task_completed_while_its_deadline_fires_is_completed_and_nobody_is_said_to_have_been_faster()
            throws Exception {
        hold();
        String answer = task("Task_Answer").getId();
        String timer = keeperTimer().getId();
        now(DEADLINE);

        int tries = whileUncommitted(() -> management.executeJob(timer), () -> {
            identity.setAuthentication("agent", List.of("service-agents"));
            try {
                tasks.complete(answer);
            } finally {
                identity.clearAuthentication();
            }
        });

        assertThat(tries).as("lost to the timer, then done again").isEqualTo(2);
        assertThat(open("Task_Answer")).isZero();
        assertThat(clock().met()).isEqualTo(DEADLINE);
        assertThat(clock().breached()).isEqualTo(DEADLINE);
        assertThat(open("Task_Help")).isOne();
        runDueJobs();
        assertThat(keeperCount()).isZero();
        assertNoFailedJob();
    }

    @Test
    void a_clock_paused_just_before_its_warning_fires_warns_nobody() throws Exception {
        hold();
        String timer = keeperTimer().getId();
        now(WARNING);

        whileUncommitted(
                () -> clocks.pause(caseNumber, "wait-1", "waiting for the customer"),
                () -> management.executeJob(timer));

        assertThat(open("Task_Warning")).isZero();
        assertThat(clock().warned()).isNull();
        assertKeeperWaitsForever();
        assertNoFailedJob();
    }

    @Test
    void a_clock_paused_while_its_warning_fires_has_warned_once_and_stands() throws Exception {
        hold();
        String timer = keeperTimer().getId();
        now(WARNING);

        whileUncommitted(
                () -> management.executeJob(timer),
                () -> clocks.pause(caseNumber, "wait-1", "waiting for the customer"));

        assertThat(open("Task_Warning")).isOne();
        assertThat(clock().warned()).isEqualTo(WARNING);
        assertThat(clock().pausedSince()).isEqualTo(WARNING);
        assertKeeperWaitsForever();
        now(at("2026-03-20T10:00"));
        runDueJobs();
        assertThat(open("Task_Help")).isZero();
        assertNoFailedJob();
    }

    @Test
    void a_clock_met_just_before_its_deadline_fires_is_not_late() throws Exception {
        hold();
        String timer = keeperTimer().getId();
        now(DEADLINE);

        whileUncommitted(() -> clocks.meet(caseNumber, "resolve"), () -> management.executeJob(timer));

        assertThat(clock().breached()).isNull();
        assertThat(open("Task_Help")).isZero();
        assertNoFailedJob();
    }

    @Test
    void a_clock_met_while_its_deadline_fires_was_late_once_and_whoever_listens_hears_that_it_is_met()
            throws Exception {
        hold();
        String timer = keeperTimer().getId();
        now(DEADLINE);
        heard.cases.clear();

        whileUncommitted(() -> management.executeJob(timer), () -> clocks.meet(caseNumber, "resolve"));

        assertThat(clock().breached()).isEqualTo(DEADLINE);
        assertThat(clock().met()).isEqualTo(DEADLINE);
        assertThat(open("Task_Help")).isOne();
        assertThat(heard.cases).containsExactly(caseNumber);
        assertNoFailedJob();
    }

    @Test
    void whoever_comes_first_there_is_one_outcome() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            monday();
            hold();
            String answer = task("Task_Answer").getId();
            String timer = keeperTimer().getId();
            now(DEADLINE);

            atOnce(() -> tasks.complete(answer), () -> executeOrLose(timer));

            // a job that lost to somebody is tried again a minute later
            now(DEADLINE.plusSeconds(120));
            runDueJobs();
            assertThat(open("Task_Answer")).isZero();
            assertThat(clock().met()).isEqualTo(DEADLINE);
            assertThat(open("Task_Help")).isEqualTo(clock().breached() == null ? 0 : 1);
            assertThat(open("Task_Warning")).isZero();
            assertThat(keeperCount()).isZero();
            assertNoFailedJob();
        }
    }

    /**
     * Starts the second when the first has done its work, lets it come as far as the clocks of the case, and only then commits the
     * first.
     *
     * @return how often the second came as far
     */
    private int whileUncommitted(Runnable first, Runnable second) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicInteger arrivals = new AtomicInteger();
        Thread me = Thread.currentThread();
        doAnswer(lock -> {
                    if (Thread.currentThread() != me) {
                        arrivals.incrementAndGet();
                        arrived.countDown();
                    }
                    return lock.callRealMethod();
                })
                .when(keepers)
                .lock(anyString());
        Future<?> other = transaction.execute(uncommitted -> {
            first.run();
            Future<?> started = others.submit(second);
            await(arrived);
            return started;
        });
        other.get(30, TimeUnit.SECONDS);
        return arrivals.get();
    }

    private void atOnce(Runnable one, Runnable another) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<?> first = others.submit(() -> {
            start.await();
            one.run();
            return null;
        });
        Future<?> second = others.submit(() -> {
            start.await();
            another.run();
            return null;
        });
        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);
    }

    // as the job executor does, which tries a job again that lost
    private void executeOrLose(String timer) {
        try {
            management.executeJob(timer);
        } catch (OptimisticLockingException lost) {
            assertThat(management.createJobQuery().jobId(timer).singleResult().getRetries())
                    .isPositive();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertKeeperWaitsForever() {
        assertThat(keeperTimer()
                        .getDuedate()
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .getYear())
                .isEqualTo(9999);
    }

    private void assertNoFailedJob() {
        assertThat(management.createJobQuery().withException().list()).isEmpty();
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }
}
