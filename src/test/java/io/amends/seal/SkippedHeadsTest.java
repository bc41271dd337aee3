package io.amends.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.PlainTime;
import io.amends.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;

/** Days on which no head left the house stand among those on which one did, so that nobody has to count. */
class SkippedHeadsTest {

    private final SealTable seals = mock();
    private final HeadTable heads = mock();
    private final DueTable due = mock();
    private final Letters letters = mock();
    private final PlainTime time = mock();

    @BeforeEach
    void daysAreWrittenAsTheyAre() {
        when(seals.head()).thenReturn(new SealHead(0, ""));
        when(time.day(any(LocalDate.class)))
                .thenAnswer(call -> call.getArgument(0).toString());
    }

    @Test
    void days_without_a_head_stand_between_those_that_have_one() {
        mailed("2026-03-12", "2026-03-11", "2026-03-09", "2026-03-02");
        assertThat(days())
                .containsExactly(
                        "2026-03-12",
                        "2026-03-11",
                        "none 2026-03-10",
                        "2026-03-09",
                        "none 2026-03-03 to 2026-03-08",
                        "2026-03-02");
    }

    @Test
    void days_before_the_first_head_are_not_missed() {
        mailed("2026-03-12");
        assertThat(days()).containsExactly("2026-03-12");
        mailed();
        assertThat(days()).isEmpty();
    }

    private void mailed(String... days) {
        when(heads.latest(anyInt()))
                .thenReturn(Arrays.stream(days)
                        .map(day -> new HeadTable.Mailed(
                                LocalDate.parse(day), new SealHead(1, "9f86"), Instant.parse(day + "T06:00:00Z")))
                        .toList());
    }

    private List<String> days() {
        SealProperties properties = new SealProperties(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, "", "", "en", LocalTime.MIDNIGHT);
        Model model = new ConcurrentModel();
        new SealPageController(seals, heads, due, letters, properties, time).seals(model);
        return ((List<?>) model.getAttribute("heads"))
                .stream()
                        .map(SealPageController.Row.class::cast)
                        .map(row -> (row.skipped().isEmpty() ? "" : "none ") + row.day())
                        .toList();
    }
}
