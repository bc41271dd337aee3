package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.amends.casefile.CaseDetails.Field;
import io.amends.casefile.CaseDetails.Known;
import io.amends.casefile.CaseDetails.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What is told to whoever logs a report or a call on the page of a crisis (M-1, M-5). */
class LogEventActionTest {

    private final MediaIntake intake = mock();
    private final LogEventAction action = new LogEventAction(
            intake, new SmallRegister(), Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC));

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

    @Test
    void outlets_and_journalists_of_the_register_are_offered_and_a_new_one_may_be_typed() {
        Map<String, Field> fields =
                action.of(crisis()).get(0).fields().stream().collect(Collectors.toMap(Field::name, field -> field));
        assertThat(fields.get("outlet").known()).containsExactly(new Known("Daily Echo", ""));
        assertThat(fields.get("journalist").known())
                .containsExactly(new Known("Pat Press", "Daily Echo"), new Known("Eddie Editor", "Daily Echo"));
        assertThat(fields.get("outlet").options()).isEmpty();
    }

    @Test
    void a_journalist_of_the_register_brings_their_outlet_along() {
        logs(Map.of("journalist", "Pat Press"));
        logs(Map.of("journalist", "Nora New"));
        ArgumentCaptor<NewMediaEvent> logged = ArgumentCaptor.captor();
        verify(intake, times(2)).take(logged.capture());
        assertThat(logged.getAllValues()).extracting(NewMediaEvent::outlet).containsExactly("Daily Echo", null);
    }

    private void logs(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of("reach", "regional", "tone", "critical"));
        all.putAll(fields);
        assertThat(action.act(crisis(), LogEventAction.NAME, new Said("mention", "It leaks.", all), "media"))
                .isEmpty();
    }

    private static MediaCrisis crisis() {
        Instant now = Instant.parse("2026-03-04T09:00:00Z");
        return new MediaCrisis(
                "MCR-2026-000001",
                "kettles",
                "Kettles",
                null,
                false,
                now,
                now,
                2,
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Optional<String> afterwards(String deadline) {
        return action.afterwards(LogEventAction.NAME, new Said("call", "They ask.", Map.of("deadline", deadline)));
    }
}
