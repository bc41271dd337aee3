package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockChange;
import io.amends.clock.ClockPause;
import io.amends.enquiry.Enquiries;
import io.amends.promise.Promises;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** What the time line tells of clocks, each entry as things stood at its moment. */
class ClockSourceTest {

    private static final String CASE = "CMP-2026-000001";
    private static final Budget FIVE_DAYS = new Budget(5, Budget.Unit.BUSINESS_DAYS);
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-09T10:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-03-03T10:00:00Z");
    private static final Instant ANSWERED = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant PUT_OFF = Instant.parse("2026-03-11T10:00:00Z");

    private final CaseClocks clocks = mock(CaseClocks.class);
    private final ClockSource source = new ClockSource(
            clocks,
            new ClockNames(mock(Promises.class), mock(Enquiries.class), nobodyElse()),
            new PlainTime(Clock.fixed(PUT_OFF, ZoneOffset.UTC)));
    private final CaseRun run = new CaseRun(mock(CaseFile.class), List.of(), List.of(), List.of(), List.of());

    @BeforeEach
    void aCaseThatWaitedForTheCustomer() {
        when(run.file().number()).thenReturn(CASE);
        when(clocks.pauses(CASE))
                .thenReturn(List.of(new ClockPause(CASE, "waiting for the customer", ASKED, ANSWERED)));
        when(clocks.dueThen(eq(CASE), anyString(), any(), any(), any())).thenAnswer(asked -> {
            Instant then = asked.getArgument(4);
            return then.isBefore(ANSWERED) ? PROMISED : PUT_OFF;
        });
    }

    @Test
    void a_clock_that_stood_tells_at_its_start_what_was_promised_then_and_at_the_end_of_the_wait_what_became_of_it() {
        isKept(clock("resolve", PUT_OFF, null, null, null));

        assertThat(told())
                .containsExactly(
                        "Clocks that may wait stand: waiting for the customer",
                        "Clocks that stood run on: no longer waiting for the customer, which put off “Resolve”"
                                + " [due Mon 9 Mar 2026, 10:00 → due Wed 11 Mar 2026, 10:00]",
                        "Started the clock “Resolve”, 5 business days, due Mon 9 Mar 2026, 10:00");
    }

    @Test
    void a_clock_that_is_set_anew_to_the_same_is_told_without_a_change() {
        when(clocks.changes(CASE))
                .thenReturn(List.of(new ClockChange(
                        CASE, "resolve", 1, FIVE_DAYS, START, PUT_OFF, null, null, null, null, ANSWERED, "set-anew")));
        isKept(clock("resolve", PUT_OFF, null, null, null));

        assertThat(told())
                .anyMatch(it -> it.matches("Set the clock “Resolve” anew, as before 5 business days, due [^>]*"));
    }

    @Test
    void each_of_several_clocks_that_were_put_off_is_named_with_its_dates() {
        isKept(clock("resolve", PUT_OFF, null, null, null), clock("first-contact", PUT_OFF, null, null, null));

        assertThat(told())
                .contains("Clocks that stood run on: no longer waiting for the customer, which put off “Resolve”,"
                        + " “First contact” [“Resolve” due Mon 9 Mar 2026, 10:00; “First contact” due Mon 9 Mar 2026,"
                        + " 10:00 → “Resolve” due Wed 11 Mar 2026, 10:00; “First contact” due Wed 11 Mar 2026, 10:00]");
    }

    @Test
    void a_clock_that_had_ended_or_ended_with_the_wait_was_not_put_off() {
        isKept(
                clock("resolve", PROMISED, null, ASKED.minusSeconds(60), null),
                clock("first-contact", PROMISED, null, null, ANSWERED.plusMillis(2)));

        assertThat(told()).contains("Clocks that stood run on: no longer waiting for the customer");
    }

    @Test
    void an_owner_who_did_nothing_in_time_is_told_of_from_the_start_of_that_clock_to_its_end() {
        when(clocks.pauses(CASE)).thenReturn(List.of());
        isKept(clock("owner-idle", PROMISED, PROMISED.plusSeconds(1), null, PUT_OFF));

        assertThat(told())
                .containsExactly(
                        "Started the clock “Next step of the owner”, 5 business days, due Mon 9 Mar 2026, 10:00",
                        "The clock “Next step of the owner” is breached",
                        "Stopped the clock “Next step of the owner”: what it promised is no longer owed");
    }

    @Test
    void of_an_owner_s_clock_that_began_anew_only_the_time_that_was_breached_is_told() {
        when(clocks.pauses(CASE)).thenReturn(List.of());
        when(clocks.changes(CASE))
                .thenReturn(List.of(
                        begunAnew("owner-idle", 1, START, null, ASKED),
                        begunAnew("owner-idle", 2, ASKED, PROMISED, PROMISED.plusSeconds(60))));
        isKept(clock("owner-idle", PUT_OFF, null, null, null));

        assertThat(told())
                .hasSize(3)
                .anyMatch(what -> what.startsWith("Started the clock “Next step of the owner” again"))
                .contains("The clock “Next step of the owner” is breached")
                .contains("Stopped the clock “Next step of the owner”: the owner went on, it begins anew");
    }

    @Test
    void an_owner_who_acts_in_time_is_not_told_of() {
        when(clocks.pauses(CASE)).thenReturn(List.of());
        isKept(clock("owner-idle", PROMISED, null, ASKED, null));

        assertThat(told()).isEmpty();
    }

    private static ClockChange begunAnew(
            String name, int occurrence, Instant start, @Nullable Instant breached, Instant changed) {
        return new ClockChange(
                CASE,
                name,
                occurrence,
                FIVE_DAYS,
                start,
                PROMISED,
                null,
                breached,
                null,
                null,
                changed,
                "started-again");
    }

    private void isKept(CaseClock... kept) {
        when(clocks.of(CASE)).thenReturn(List.of(kept));
    }

    private List<String> told() {
        return source.entries(run).stream()
                .map(entry -> entry.what()
                        + (entry.after() == null ? "" : " [" + entry.before() + " → " + entry.after() + "]"))
                .toList();
    }

    private static CaseClock clock(
            String name, Instant due, @Nullable Instant breached, @Nullable Instant met, @Nullable Instant stopped) {
        return new CaseClock(
                CASE,
                name,
                1,
                "complaint-instance",
                FIVE_DAYS,
                START,
                due,
                null,
                due,
                null,
                breached,
                met,
                stopped,
                null,
                false);
    }

    private static ObjectProvider<ClockSubjects> nobodyElse() {
        return new DefaultListableBeanFactory().getBeanProvider(ClockSubjects.class);
    }
}
