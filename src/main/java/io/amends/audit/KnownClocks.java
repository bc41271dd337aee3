package io.amends.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks that some case had, by their rows in {@code clock-rules}; looked up anew after a while, as it takes a look at every clock. */
@Component
class KnownClocks {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    KnownClocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(Instant at, List<String> rules) {}

    /** In order. */
    List<String> rules() {
        Instant now = clock.instant();
        Known known = last.get();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(GOOD_FOR) > 0) {
            known = new Known(now, read());
            last.set(known);
        }
        return known.rules();
    }

    private List<String> read() {
        return jdbc
                .sql("select distinct " + KeptSql.RULE.formatted("c") + " from case_clock c")
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
