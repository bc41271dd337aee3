package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.amends.casefile.CaseDetails.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told to whoever logs a report or a call on the page of a crisis (M-1, M-5). */
class LogEventActionTest {

    private final LogEventAction action = new LogEventAction(
            mock(MediaIntake.class), Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_deadline_that_has_passed_is_said_at_once() {
        assertThat(afterwards("2026-03-04T09:30"))
                .hasValueSatisfying(words -> assertThat(words).contains("deadline has already passed"));
    }

    @Test
    void a_deadline_that_lies_ahead_or_is_not_known_needs_no_word() {
        assertThat(afterwards("2026-03-04T11:00")).isEmpty();
        assertThat(afterwards("")).isEmpty();
        assertThat(afterwards("soon")).isEmpty();
    }

    private Optional<String> afterwards(String deadline) {
        return action.afterwards(LogEventAction.NAME, new Said("call", "They ask.", Map.of("deadline", deadline)));
    }
}
