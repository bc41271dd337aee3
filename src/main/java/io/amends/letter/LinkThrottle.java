package io.amends.letter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How often one network address may open links: generous for real ones, tight for guesses. */
@Component
class LinkThrottle {

    private static final int ALL_PER_MINUTE = 600;
    private static final int GUESSES_PER_TEN_MINUTES = 30;
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, Bucket> all = addresses();
    private final Cache<String, Bucket> guesses = addresses();
    private final TimeMeter time;

    LinkThrottle(Clock clock) {
        this.time = new ClockMeter(clock);
    }

    boolean mayOpen(String address) {
        return all.get(address, key -> bucket(ALL_PER_MINUTE, Duration.ofMinutes(1)))
                .tryConsume(1);
    }

    /** Called for a token that nobody was given. */
    boolean mayGuess(String address) {
        return guesses.get(address, key -> bucket(GUESSES_PER_TEN_MINUTES, Duration.ofMinutes(10)))
                .tryConsume(1);
    }

    private Bucket bucket(int capacity, Duration refill) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refill))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> addresses() {
        return Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
