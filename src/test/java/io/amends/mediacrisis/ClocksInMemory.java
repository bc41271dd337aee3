package io.amends.mediacrisis;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what was started, met and stopped. */
final class ClocksInMemory {

    /** What the register of clocks grants who names no end, as it does for the holding statement. */
    private static final Duration GRANTED = Duration.ofMinutes(60);

    private final Map<String, CaseClock> all = new ConcurrentHashMap<>();

    CaseClocks clocks() {
        CaseClocks clocks = mock(CaseClocks.class);
        doAnswer(call -> put(call.getArgument(0))).when(clocks).start(any());
        doAnswer(call -> end(call.getArgument(0), call.getArgument(1), true))
                .when(clocks)
                .meet(anyString(), anyString());
        doAnswer(call -> end(call.getArgument(0), call.getArgument(1), false))
                .when(clocks)
                .stop(anyString(), anyString());
        when(clocks.find(anyString(), anyString())).thenAnswer(call -> find(call.getArgument(0), call.getArgument(1)));
        when(clocks.of(anyString())).thenAnswer(call -> of(call.getArgument(0)));
        return clocks;
    }

    private @Nullable Object put(ClockStart start) {
        Instant until = start.until() == null ? start.from().plus(GRANTED) : start.until();
        all.put(start.caseNumber() + " " + start.name(), clock(start, until, null, null));
        return null;
    }

    private @Nullable Object end(String caseNumber, String name, boolean met) {
        all.computeIfPresent(
                caseNumber + " " + name,
                (key, it) -> new CaseClock(
                        it.caseNumber(),
                        it.name(),
                        1,
                        it.holder(),
                        null,
                        it.start(),
                        it.due(),
                        null,
                        null,
                        null,
                        null,
                        met ? Instant.now() : null,
                        met ? null : Instant.now(),
                        null));
        return null;
    }

    private Optional<CaseClock> find(String caseNumber, String name) {
        return Optional.ofNullable(all.get(caseNumber + " " + name));
    }

    private List<CaseClock> of(String caseNumber) {
        return all.values().stream()
                .filter(it -> it.caseNumber().equals(caseNumber))
                .toList();
    }

    private static CaseClock clock(ClockStart start, Instant until, @Nullable Instant met, @Nullable Instant stopped) {
        return new CaseClock(
                start.caseNumber(),
                start.name(),
                1,
                start.holder(),
                null,
                start.from(),
                until,
                null,
                null,
                null,
                null,
                met,
                stopped,
                null);
    }
}
