package io.amends.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins per person and address, and per address; a successful one gives its try back. */
@Component
class SignInThrottle {

    private static final int LONGEST_NAME = 64;

    private record Who(String userId, String address) {}

    private final LoadingCache<Who, Bucket> perPerson;
    private final LoadingCache<String, Bucket> perAddress;

    SignInThrottle(StaffProperties properties, Clock clock) {
        StaffProperties.SignIn limits = properties.signIn();
        TimeMeter time = new ClockMeter(clock);
        perPerson = buckets(limits.tries(), limits.refill(), time);
        perAddress = buckets(limits.triesPerAddress(), limits.refill(), time);
    }

    private static <K> LoadingCache<K, Bucket> buckets(int tries, Duration refill, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(refill.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, refill))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /**
     * Takes a try, before the password is looked at so that parallel requests cannot share one.
     *
     * @return gives the try back, to be run when the sign-in succeeds
     * @throws TooManyTriesException when there is none left
     */
    Runnable take(String userId, @Nullable String remoteAddress) {
        String address = network(remoteAddress == null ? "" : remoteAddress);
        String name = userId.substring(0, Math.min(userId.length(), LONGEST_NAME));
        Bucket ofAddress = perAddress.get(address);
        Bucket ofPerson = perPerson.get(new Who(name, address));
        consume(ofAddress);
        try {
            consume(ofPerson);
        } catch (TooManyTriesException e) {
            ofAddress.addTokens(1);
            throw e;
        }
        return () -> {
            ofAddress.addTokens(1);
            ofPerson.addTokens(1);
        };
    }

    private static void consume(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyTriesException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** A household owns 2^64 addresses of IPv6: they count as one. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? Inet6Address.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16))
                            .getHostAddress()
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
