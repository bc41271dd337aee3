package io.amends.complaint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How often one address may send the public form. */
@Component
class FormLimiter {

    private static final int ADDRESSES = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Bandwidth limit;
    private final TimeMeter time;

    FormLimiter(IntakeProperties properties, Clock clock) {
        var form = properties.publicForm();
        this.limit = Bandwidth.builder()
                .capacity(form.complaints())
                .refillGreedy(form.complaints(), form.within())
                .build();
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(form.within().multipliedBy(2))
                .build();
    }

    /** @return how long to wait, or empty when this one may pass */
    Optional<Duration> refuse(String address) {
        var bucket = buckets.get(network(address), key -> Bucket.builder()
                .addLimit(limit)
                .withCustomTimePrecision(time)
                .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    /** One subscriber has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        try {
            // a literal is parsed without asking anybody
            if (address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            }
        } catch (UnknownHostException notLiteral) {
            // the text itself will do
        }
        return address;
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
