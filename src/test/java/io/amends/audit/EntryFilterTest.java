package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.TimelineEntry;
import io.amends.letter.LetterView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an auditor narrows the record of a case to. */
class EntryFilterTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void a_day_lasts_as_long_as_it_does_where_the_house_is() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "2026-03-29", "2026-03-29", "", LONDON);
        assertThat(filter.since()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-03-29T23:00:00Z"));
    }

    @Test
    void what_is_no_day_is_said_and_narrows_nothing() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "yesterday", "", "", LONDON);
        assertThat(filter.problems()).containsKey("from");
        assertThat(filter.since()).isNull();
    }

    @Test
    void a_last_day_before_the_first_is_said_and_neither_narrows() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "2026-03-02", "2026-03-01", "", LONDON);
        assertThat(filter.problems()).containsOnlyKeys("to");
        assertThat(filter.since()).isNull();
        assertThat(filter.until()).isNull();
    }

    @Test
    void a_kind_that_is_none_is_said_and_narrows_nothing() {
        EntryFilter filter = EntryFilter.read(List.of("foo", "task"), "", "", "", "", "", LONDON);
        assertThat(filter.problems()).containsEntry("kind", "is no kind of entry: foo");
        assertThat(filter.kinds()).containsExactly("task");
    }

    @Test
    void why_nothing_is_left_is_said() {
        assertThat(why("ghost", "", "", "")).containsExactly("“ghost” did nothing on this case");
        assertThat(why("", "kettle", "", "")).containsExactly("No entry and no letter has “kettle” in it");
        assertThat(why("", "", "2027-01-01", "")).containsExactly("Nothing happened from 2027-01-01 on");
        assertThat(why("", "", "", "2025-01-01")).containsExactly("Nothing happened up to 2025-01-01");
        assertThat(why("", "", "", "")).singleElement().asString().startsWith("Each of these leaves some entry");
    }

    @Test
    void a_letter_is_found_by_what_it_says() {
        LetterView letter = letter("<1@amends.example>", "A word\nabout your Kettle");
        CaseRecord record = mock();
        when(record.letters()).thenReturn(List.of(letter));
        TimelineEntry written = new TimelineEntry(
                Cases.MORNING,
                null,
                TimelineEntry.Kind.LETTER,
                "Wrote the letter",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new TimelineEntry.Detail("Message-ID", "<1@amends.example>")));
        TimelineEntry other = entry("in the case itself", "main", "Task_Own");
        EntryFilter filter = EntryFilter.read(List.of(), "", "your kettle", "", "", "", LONDON);
        assertThat(filter.of(record, List.of(other, written))).containsExactly(written);
    }

    private static LetterView letter(String messageId, String text) {
        LetterView letter = mock();
        when(letter.messageId()).thenReturn(messageId);
        when(letter.text()).thenReturn(text);
        return letter;
    }

    private static List<String> why(String who, String text, String from, String to) {
        CaseRecord record = mock();
        return EntryFilter.read(List.of(), who, text, from, to, "", LONDON)
                .whyNothing(record, List.of(entry("called", "main", "Task_Own")), Set.of("", EntryFilter.NOBODY));
    }

    @Test
    void a_step_that_called_another_process_keeps_what_happened_there_and_below() {
        assertThat(kept("main:Call_Help")).containsExactly("in the called run", "in what that called");
        assertThat(kept("called:Task_Help")).containsExactly("in the called run");
        assertThat(kept("main:Task_Own")).containsExactly("in the case itself");
        assertThat(kept("main")).containsExactly("in the case itself");
        assertThat(kept("")).hasSize(4);
    }

    private static List<String> kept(String step) {
        CaseRecord record = mock();
        when(record.processes())
                .thenReturn(List.of(
                        run("main", null, step("Call_Help", "called"), step("Call_Other", "other")),
                        run("below", "called", step("Task_Below", null)),
                        run("other", "main"),
                        run("called", "main", step("Call_Below", "below"))));
        when(record.entries())
                .thenReturn(List.of(
                        entry("in the case itself", "main", "Task_Own"),
                        entry("in the called run", "called", "Task_Help"),
                        entry("in what that called", "below", "Task_Below"),
                        entry("in another one", "other", "Call_Help")));
        return EntryFilter.read(List.of(), "", "", "", "", step, LONDON).of(record, record.entries()).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private static TimelineEntry entry(String what, String run, String step) {
        return new TimelineEntry(
                Cases.MORNING, null, TimelineEntry.Kind.EVENT, what, null, null, null, null, run, step, List.of());
    }

    private static CaseRecord.Step step(String id, @Nullable String called) {
        return new CaseRecord.Step(
                id,
                id,
                "callActivity",
                "done",
                1,
                0,
                List.of(new CaseRecord.Visit(Cases.MORNING, null, "done", null, called, null)));
    }

    private static CaseRecord.Run run(String id, @Nullable String calledBy, CaseRecord.Step... steps) {
        return new CaseRecord.Run(
                id,
                calledBy,
                id,
                id,
                1,
                null,
                id,
                "running",
                calledBy == null,
                null,
                Cases.MORNING,
                null,
                List.of(steps),
                List.of());
    }
}
